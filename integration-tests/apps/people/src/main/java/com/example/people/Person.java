package com.example.people;

import dev.bauta.annotations.Pii;

/** Somebody. */
public record Person(@Pii String nick, String note) {}
