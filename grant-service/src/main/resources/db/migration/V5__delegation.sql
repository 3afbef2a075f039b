-- Who decides for whom while somebody is away.
create table delegation (
  id text primary key,
  person text not null,
  deputy text not null check (deputy <> person),
  from_at bigint not null,
  until_at bigint not null check (until_at > from_at),
  ended_at bigint
);
create index delegation_running on delegation (until_at) where ended_at is null;
