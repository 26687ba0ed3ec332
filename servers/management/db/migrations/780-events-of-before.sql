-- A process of the version before stores an order, its call and the event that names them in one statement. Through the view
-- the event is checked before the others are there, so that is left to the commit.
do $$
declare
  key text;
begin
  for key in
    select conname from pg_constraint where conrelid = 'order_events_before'::regclass and contype = 'f'
  loop
    execute format('alter table order_events_before alter constraint %I deferrable initially deferred', key);
  end loop;
end $$;
