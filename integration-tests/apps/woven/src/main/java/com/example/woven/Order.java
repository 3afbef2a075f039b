package com.example.woven;

import dev.bauta.annotations.Pii;

/** Somebody's order. */
record Order(long id, @Pii("name") String customer, String staff) {}
