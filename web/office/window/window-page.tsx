import { Alert, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Answer } from '../../kit/notice.tsx';
import { NothingHere } from '../../kit/staff/figures.tsx';
import { StaffPage } from '../../kit/staff/page.tsx';
import { useOfficeWords } from '../words.ts';
import { WindowForm } from './window-form.tsx';
import { isAhead, type OwnWindow, readWindows, WINDOWS } from './windows.ts';

/** Operators ask three times a minute. */
const LOOK_MS = 20_000;

/** What buyers are shown of each shop at each operator, and how to change it. */
export function WindowPage() {
  const { t } = useOfficeWords();
  const windows = useQuery({ queryKey: WINDOWS, queryFn: readWindows, refetchInterval: LOOK_MS });
  return (
    <StaffPage title={t('window.title')} intro={t('window.intro')}>
      <Answer of={windows} height={720}>
        {({ windows: known }) =>
          known.length === 0 ? (
            <NothingHere title={t('window.none')}>{t('window.none_detail')}</NothingHere>
          ) : (
            known.map((of) => <ShopWindow key={`${of.operator} ${of.shop_id}`} of={of} />)
          )
        }
      </Answer>
    </StaffPage>
  );
}

function ShopWindow({ of }: { of: OwnWindow }) {
  const { t, pick } = useOfficeWords();
  const name = pick(of.name_ko, of.name_en);
  return (
    <Card withBorder padding="lg" component="section" aria-label={name}>
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {name}
          </Title>
          <Text size="sm" c="dimmed">
            {t('window.at_operator', { operator: of.operator })}
          </Text>
        </Group>
        <div aria-live="polite">
          <Standing of={of} />
        </div>
        {/* A newer version begins a new form. */}
        <WindowForm key={Math.max(of.version, of.wanted?.version ?? 0)} of={of} />
      </Stack>
    </Card>
  );
}

/** Whether what was published last is what is shown. */
function Standing({ of }: { of: OwnWindow }) {
  const { t } = useOfficeWords();
  const { version, wanted, refused, limits, currency } = of;
  if (wanted === undefined || wanted.version < version)
    return (
      <Text size="sm" c="dimmed">
        {t('window.of_operator')}
      </Text>
    );
  const { published_at: at } = wanted;
  if (refused?.version === wanted.version)
    return (
      <Alert color="orange" variant="light" title={t('window.refused')}>
        {refused.code === 'amounts_within_limits'
          ? t('window.wrong.amounts_within_limits', {
              least: { amount_minor: limits.amount_min_minor, currency },
              most: { amount_minor: limits.amount_max_minor, currency },
            })
          : t('window.refused_detail', { code: refused.code })}
      </Alert>
    );
  if (isAhead(of))
    return (
      <Alert color="blue" variant="light" title={t('window.on_its_way')}>
        {t('window.on_its_way_detail', { at })}
      </Alert>
    );
  return (
    <Text size="sm" c="dimmed">
      {t('window.standing', { version, at })}
    </Text>
  );
}
