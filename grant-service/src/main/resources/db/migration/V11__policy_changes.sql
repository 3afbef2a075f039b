-- The policy's file as it held last, and changes of it that wait for people to agree. By the SHA-256 of the text in hex.
create table policy_text (
  id bigint primary key check (id = 1),
  sha256 text not null,
  content text not null,
  since bigint not null
);

create table policy_change (
  sha256 text primary key,
  content text not null,
  proposed_at bigint not null
);

create table policy_approval (
  sha256 text not null references policy_change (sha256),
  person text not null,
  at bigint not null,
  primary key (sha256, person)
);
