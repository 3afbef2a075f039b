-- Tokens of service accounts made on the command line; as api_token, which knows people and agents only.
create table account_token (
  sha256 text primary key,
  name text not null,
  created_at bigint not null
);
