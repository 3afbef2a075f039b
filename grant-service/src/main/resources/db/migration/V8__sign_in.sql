-- People who have gone to the identity provider and are not back yet. Secrets as SHA-256 in hex.
create table sign_in_attempt (
  state_sha256 text primary key,
  browser_sha256 text not null,
  nonce text not null,
  verifier text not null,
  goes_to text not null,
  expires_at bigint not null
);
create index sign_in_attempt_expires on sign_in_attempt (expires_at);

-- People who are signed in.
create table web_session (
  sha256 text primary key,
  person text not null,
  created_at bigint not null,
  seen_at bigint not null,
  expires_at bigint not null
);
create index web_session_expires on web_session (expires_at);
