import './home/home.css';
import { Anchor, Box, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Answer } from '../kit/notice.tsx';
import { answered } from '../kit/problem.ts';
import { api, type Member, type Order } from './api.ts';
import { GiftRow } from './gifts/gift-row.tsx';
import { useShops } from './give/shops.ts';
import { Brands } from './home/brands.tsx';
import { Occasions } from './home/occasions.tsx';
import { People } from './home/people.tsx';
import { PageTitle } from './parts.tsx';
import { cardPicture } from './pictures.ts';
import { useMember } from './session.tsx';
import { RecentGroups } from './several/group-rows.tsx';
import { useWords } from './words.ts';

const RECENT = 3;

export function HomePage() {
  const member = useMember();
  return (
    <Answer of={member} height={600}>
      {(known) => (known === null ? <Welcome /> : <Greeting member={known} />)}
    </Answer>
  );
}

/** The introduction for first-time visitors. */
function Welcome() {
  const { t } = useWords();
  const shops = useShops();
  const steps = [
    [t('door.step_1'), t('door.step_1_what')],
    [t('door.step_2'), t('door.step_2_what')],
    [t('door.step_3'), t('door.step_3_what')],
  ] as const;
  return (
    <Stack gap={56} py={{ base: 'md', sm: 40 }}>
      <Stack gap="lg">
        <Box style={{ borderRadius: 20, overflow: 'hidden' }}>
          <img className="art" src={cardPicture('flowers')} width={320} height={180} alt="" />
        </Box>
        <PageTitle what={t('door.lead')}>{t('door.title')}</PageTitle>
        <Group gap="md">
          <Button component={Link} to="/give" size="lg">
            {t('door.give')}
          </Button>
          <Button component={Link} to="/sign-up" size="lg" variant="default">
            {t('door.sign_up')}
          </Button>
        </Group>
      </Stack>
      <Occasions />
      <Answer of={shops} height={420}>
        {(found) => <Brands shops={found.shops} />}
      </Answer>
      <Stack gap="lg" component="section">
        <Title order={2} fz={22}>
          {t('door.how')}
        </Title>
        <SimpleGrid
          cols={{ base: 1, sm: 3 }}
          spacing="xl"
          component="ol"
          p={0}
          m={0}
          style={{ listStyle: 'none' }}
        >
          {steps.map(([name, what], index) => (
            <Stack key={name} gap={6} component="li">
              <Text fw={800} fz={28} c="var(--mantine-primary-color-light-color)" aria-hidden>
                {index + 1}
              </Text>
              <Text fw={700} fz="lg">
                {name}
              </Text>
              <Text c="dimmed">{what}</Text>
            </Stack>
          ))}
        </SimpleGrid>
      </Stack>
    </Stack>
  );
}

function Greeting({ member }: { member: Member }) {
  const { t } = useWords();
  const orders = useQuery({
    queryKey: ['orders', 'recent'],
    queryFn: () => answered(api.GET('/v1/orders', { params: { query: { limit: RECENT } } })),
  });
  const people = useQuery({
    queryKey: ['orders', 'people'],
    queryFn: () => answered(api.GET('/v1/members/me/people')),
  });
  const shops = useShops();
  return (
    <Stack gap="xl" py="md">
      <Paper radius="lg" p={{ base: 'lg', sm: 'xl' }} bg="var(--mantine-primary-color-light)">
        <PageTitle what={t('door.hello_what')}>{t('door.hello', { name: member.name })}</PageTitle>
        <Button component={Link} to="/give" size="lg">
          {t('door.give')}
        </Button>
      </Paper>
      <Occasions />
      <Answer of={people} height={700}>
        {({ people: known }) => (
          <>
            <People people={known} />
            <Answer of={shops} height={420}>
              {(found) => <Brands shops={found.shops} />}
            </Answer>
            <Recent orders={orders} />
          </>
        )}
      </Answer>
    </Stack>
  );
}

function Recent({ orders }: { orders: UseQueryResult<{ orders: Order[] }> }) {
  const { t } = useWords();
  return (
    <RecentGroups limit={1} height={260}>
      {() => (
        <Answer of={orders} height={260}>
          {({ orders: recent }) =>
            recent.length > 0 && (
              <Stack component="section">
                <Group justify="space-between">
                  <Title order={2} fz={20}>
                    {t('door.recent')}
                  </Title>
                  <Anchor component={Link} to="/gifts" fz="sm">
                    {t('door.all_gifts')}
                  </Anchor>
                </Group>
                {recent.map((order) => (
                  <GiftRow key={order.order_id} order={order} />
                ))}
              </Stack>
            )
          }
        </Answer>
      )}
    </RecentGroups>
  );
}
