-- Filters of a list that somebody on the staff keeps under a name.
create table staff_views (
  view_id uuid primary key,
  staff_id uuid not null references staff (staff_id),
  -- The list, such as `orders`.
  list text not null constraint view_list_in_bounds check (length(list) between 1 and 32),
  name text not null constraint view_name_in_bounds check (length(btrim(name)) between 1 and 60),
  -- As in the address of the page.
  filters jsonb not null constraint view_filters_are_an_object check (jsonb_typeof(filters) = 'object'),
  saved_at timestamptz not null,
  constraint one_view_of_a_name unique (staff_id, list, name)
);
