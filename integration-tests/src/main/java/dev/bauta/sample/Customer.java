package dev.bauta.sample;

import dev.bauta.annotations.Pii;
import java.time.LocalDate;

/** A customer as the desk shows it. */
record Customer(
    long id,
    @Pii("name") String fullName,
    @Pii("email") String email,
    @Pii("phone") String phone,
    @Pii("date-of-birth") LocalDate born,
    @Pii("us-ssn") String ssn,
    @Pii("iban") String iban,
    @Pii("address") String street,
    String city,
    String remark) {}
