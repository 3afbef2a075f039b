-- One text for SQLite and PostgreSQL: text and bigint only. Times are microseconds since 1970-01-01 UTC.

create table counter (
  name text primary key,
  value bigint not null
);
insert into counter (name, value) values ('outbox', 0);

create table access_request (
  id text primary key,
  version bigint not null,
  state text not null check (state in
    ('PENDING', 'APPROVED', 'ACTIVE', 'ENDED', 'DENIED', 'CANCELLED', 'EXPIRED', 'REVOKED')),
  requester text not null,
  service text not null,
  environment text not null,
  scope text not null,
  reason text not null,
  ticket text,
  duration_s bigint not null check (duration_s > 0),
  max_reveals bigint not null check (max_reveals > 0),
  asked_at bigint not null,
  decide_by bigint not null,
  policy_version text not null,
  approvals_needed bigint not null check (approvals_needed > 0),
  approvals text not null,
  window_from bigint,
  window_until bigint,
  closed_by text,
  closed_at bigint,
  closed_why text,
  check ((state in ('APPROVED', 'ACTIVE', 'ENDED', 'REVOKED')) = (window_until is not null)),
  check ((state in ('PENDING', 'APPROVED', 'ACTIVE')) = (closed_at is null))
);
create index access_request_asked on access_request (asked_at);
create index access_request_pending on access_request (decide_by) where state = 'PENDING';
create index access_request_live on access_request (window_until) where state in ('APPROVED', 'ACTIVE');

-- The newest version of all grants, counted under this row's lock: unlike a sequence it is in the order of the commits.
create table grants_position (
  id bigint primary key check (id = 1),
  epoch bigint not null,
  version bigint not null
);

-- The version of the last change that concerns an audience.
create table audience (
  service text not null,
  environment text not null,
  version bigint not null,
  primary key (service, environment)
);

create table access_grant (
  id text primary key,
  request_id text not null unique references access_request (id),
  service text not null,
  environment text not null,
  people text not null,
  scope text not null,
  not_before bigint not null,
  expires bigint not null check (expires > not_before),
  max_reveals bigint not null,
  reason_hash text not null,
  approved_by text not null,
  policy_version text not null,
  issued_version bigint not null,
  ended_version bigint,
  revealed bigint not null
);
create index access_grant_live on access_grant (service, environment) where ended_version is null;

create table agent (
  service text not null,
  environment text not null,
  agent text not null,
  epoch bigint not null,
  version bigint not null,
  last_number bigint not null,
  seen_at bigint not null,
  primary key (service, environment, agent)
);

create table receipt (
  service text not null,
  environment text not null,
  agent text not null,
  number bigint not null check (number > 0),
  received_at bigint not null,
  primary key (service, environment, agent, number)
);

create table reveal (
  grant_id text not null references access_grant (id),
  sink text not null,
  pii_type text not null,
  field text not null,
  total bigint not null,
  primary key (grant_id, sink, pii_type, field)
);

create table audit_head (
  id bigint primary key check (id = 1),
  size bigint not null,
  frontier text not null
);
insert into audit_head (id, size, frontier) values (1, 0, '');

create table audit_record (
  seq bigint primary key,
  record text not null,
  leaf text not null
);

-- What the log only commits to; deleting a row erases the fact and leaves the log's hashes as they are.
create table audit_personal (
  seq bigint not null references audit_record (seq),
  field text not null,
  salt text not null,
  value text not null,
  primary key (seq, field)
);

create table audit_checkpoint (
  size bigint primary key,
  note text not null,
  signed_at bigint not null
);

create table outbox (
  id bigint primary key,
  platform text not null,
  request_id text not null references access_request (id),
  kind text not null,
  noticed_at bigint not null,
  attempt bigint not null,
  not_before bigint not null,
  done_at bigint,
  fault text
);
create index outbox_open on outbox (platform, request_id, id) where done_at is null;

create table message_ref (
  platform text not null,
  request_id text not null references access_request (id),
  purpose text not null,
  channel text not null,
  ts text not null,
  position bigint not null,
  primary key (platform, request_id, purpose)
);

create table inbox (
  id text primary key,
  platform text not null,
  team text not null,
  chat_user text not null,
  action_time text not null,
  action_id text not null,
  payload text not null,
  received_at bigint not null,
  attempt bigint not null,
  not_before bigint not null,
  done_at bigint,
  fault text,
  unique (platform, team, chat_user, action_time, action_id)
);
create index inbox_open on inbox (platform, received_at) where done_at is null;

create table seen (
  id text primary key,
  forget_after bigint not null
);

create table api_token (
  sha256 text primary key,
  kind text not null check (kind in ('person', 'agent')),
  name text not null,
  created_at bigint not null
);
