import { Button, Group, Menu, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconBookmarkPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Dialog } from '../dialog.tsx';
import { useIdempotentMutation } from '../idempotent-mutation.ts';
import { ProblemNotice } from '../notice.tsx';
import type { SavedView, StaffApi, StaffRole } from './staff-api.ts';
import { useStaffWords } from './words.ts';

/** What somebody searched for may be a number or an address of somebody, so a view leaves it out. */
const NOT_KEPT = ['query', 'phone'];

type Of<Role extends StaffRole> = { staffApi: StaffApi<Role>; list: string };

/** One's own views of a list: filters under a name, chosen, saved and deleted here. */
export function SavedViews<Role extends StaffRole>({ staffApi, list }: Of<Role>) {
  const { t } = useStaffWords();
  const [address, setAddress] = useSearchParams();
  const [dialog, setDialog] = useState<'save' | 'delete'>();
  const saved = useQuery({ queryKey: ['views', list], queryFn: () => staffApi.views(list) });
  const views = saved.data?.views ?? [];
  const filters = Object.fromEntries(
    [...address].filter(([name, value]) => value !== '' && !NOT_KEPT.includes(name)),
  );
  const close = () => setDialog(undefined);
  return (
    <>
      <Menu position="bottom-start" withinPortal withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
            {t('views.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Item disabled>{t('views.none')}</Menu.Item>}
          {views.map((view) => (
            <Menu.Item key={view.view_id} onClick={() => setAddress(view.filters)}>
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider role="separator" />
          <Menu.Item
            leftSection={<IconBookmarkPlus size={16} aria-hidden />}
            disabled={Object.keys(filters).length === 0}
            onClick={() => setDialog('save')}
          >
            {t('views.save')}
          </Menu.Item>
          {views.length > 0 && (
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setDialog('delete')}>
              {t('views.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={dialog === 'save'} onClose={close} title={t('views.save')}>
        <Save staffApi={staffApi} list={list} filters={filters} onDone={close} />
      </Dialog>
      <Dialog opened={dialog === 'delete' && views.length > 0} onClose={close} title={t('views.delete')}>
        <Stack gap="xs">
          {views.map((view) => (
            <Delete key={view.view_id} staffApi={staffApi} list={list} view={view} />
          ))}
        </Stack>
      </Dialog>
    </>
  );
}

function Save<Role extends StaffRole>({
  staffApi,
  list,
  filters,
  onDone,
}: Of<Role> & { filters: Record<string, string>; onDone: () => void }) {
  const { t } = useStaffWords();
  const [name, setName] = useState('');
  const saving = useIdempotentMutation(
    (view: Omit<SavedView, 'view_id'>, headers) => staffApi.saveView(view, headers),
    [['views', list]],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(
      { list, name: name.trim(), filters },
      {
        onSuccess: () => {
          notifications.show({ message: t('views.saved', { name: name.trim() }) });
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{t('views.save_hint')}</Text>
        <TextInput
          label={t('views.name')}
          value={name}
          required
          pattern=".*\S.*"
          maxLength={60}
          autoComplete="off"
          data-autofocus
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        {saving.isError && <ProblemNotice thrown={saving.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Delete<Role extends StaffRole>({
  staffApi,
  list,
  view: { view_id, name },
}: Of<Role> & { view: SavedView }) {
  const { t } = useStaffWords();
  const queries = useQueryClient();
  const deleting = useMutation({
    mutationFn: () => staffApi.deleteView(view_id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['views', list] }),
  });
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Text style={{ overflowWrap: 'anywhere' }}>{name}</Text>
        <Button
          size="compact-md"
          variant="light"
          color="red"
          aria-label={t('views.delete_of', { name })}
          loading={deleting.isPending}
          onClick={() => deleting.mutate()}
        >
          {t('views.delete_one')}
        </Button>
      </Group>
      {deleting.isError && <ProblemNotice thrown={deleting.error} />}
    </Stack>
  );
}
