-- The fence. Runs after every migration, over every table there is, today's and tomorrow's. What already stands is left
-- alone, so that a second process starting beside a serving one takes no lock on its tables.

do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'town_app') then
    create role town_app login;
  end if;
exception
  when duplicate_object or unique_violation then null; -- roles belong to the whole server: another database was quicker
  when insufficient_privilege then
    raise exception 'the role town_app is missing and this user may not create it; as an administrator run: create role town_app login password ''…''';
end $$;

-- The one clock of the product. Deadlines are decided by it; a test or a demo's story moves time by replacing its body, which only
-- the owner can. Every start finds the real one, or puts it back.
do $$
begin
  if not exists (select 1 from pg_proc where oid = to_regprocedure('public.jizhen_clock()') and prosrc = 'select clock_timestamp()') then
    create or replace function public.jizhen_clock() returns timestamptz language sql volatile as 'select clock_timestamp()';
  end if;
end $$;

grant usage on schema public to town_app;
grant select, insert, update, delete on all tables in schema public to town_app;
grant usage on all sequences in schema public to town_app;
revoke create on schema public from public;
revoke all on _prisma_migrations from town_app;

-- Behind the wall: every table with a town_id shows and accepts only rows of the town that the transaction has entered.
do $$
declare
  wall constant text := '(town_id = current_setting(''app.town_id''::text, true))';
  t record;
  p record;
begin
  for t in
    select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'town_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname
  loop
    if not t.relrowsecurity then execute format('alter table %I enable row level security', t.relname); end if;
    if not t.relforcerowsecurity then execute format('alter table %I force row level security', t.relname); end if;
    for p in
      select polname from pg_policy where polrelid = t.oid and not (
        polname = 'own_town' and polcmd = '*' and polpermissive and polroles = '{0}'
        and pg_get_expr(polqual, polrelid) = wall and pg_get_expr(polwithcheck, polrelid) = wall)
    loop
      execute format('drop policy %I on %I', p.polname, t.relname);
    end loop;
    if not exists (select 1 from pg_policy where polrelid = t.oid) then
      execute format('create policy own_town on %I using %s with check %s', t.relname, wall, wall);
    end if;
  end loop;
end $$;

-- What is written once stays written: not even the right to try.
do $$
declare t record;
begin
  for t in select tgrelid::regclass as name from pg_trigger where tgname = 'append_only' loop
    execute format('revoke update, delete, truncate on %s from town_app', t.name);
  end loop;
end $$;

-- Jobs: the owner lays the tables, the serving role only works with rows.
create schema if not exists pgboss;
grant usage on schema pgboss to town_app;
grant select, insert, update, delete on all tables in schema pgboss to town_app;
grant usage on all sequences in schema pgboss to town_app;
grant execute on all functions in schema pgboss to town_app;
alter default privileges in schema pgboss grant select, insert, update, delete on tables to town_app;
alter default privileges in schema pgboss grant usage on sequences to town_app;
alter default privileges in schema pgboss grant execute on functions to town_app;

-- Behind a wall PostgreSQL uses an index only for operators known to leak nothing. Text search neither fails nor tells on
-- what it compares, but only a superuser may say so; elsewhere search reads the town's rows instead of the index.
do $$
begin
  alter function ts_match_vq(tsvector, tsquery) leakproof;
exception when insufficient_privilege then null;
end $$;
