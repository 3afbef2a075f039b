-- Who has to agree, and why each of them, as JSON. A request of before is decided by nobody: it expires, and is asked for anew.
alter table access_request add column stages text not null default '[{"name":"an older version of the service","people":1,"approvers":{}}]';
alter table access_request add column asked_from text not null default '';

-- Everybody who is asked about a request may read it.
create table request_asked (
  request_id text not null references access_request (id),
  person text not null,
  primary key (request_id, person)
);
create index request_asked_person on request_asked (person);

-- Every policy that ever held, as it was written.
create table policy_version (
  version text primary key,
  content text not null,
  first_at bigint not null
);
