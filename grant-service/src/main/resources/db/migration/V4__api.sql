-- Lists are read page by page, newest first.
create index access_request_page on access_request (asked_at, id);
create index access_request_requester on access_request (requester, asked_at, id);
create index access_grant_page on access_grant (issued_version);

-- What was answered to a call that came with a key: the same call again gets the same answer and does nothing.
create table idempotency_key (
  caller text not null,
  key_sha256 text not null,
  call_sha256 text not null,
  draw text not null,
  claim bigint not null,
  claimed_at bigint not null,
  status bigint,
  location text,
  content_type text,
  answer text,
  primary key (caller, key_sha256)
);
create index idempotency_key_age on idempotency_key (claimed_at);
