import { SimpleGrid, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useNavigate } from 'react-router';
import { useDraft } from '../give/draft.ts';
import { cardPicture } from '../pictures.ts';
import { useWords } from '../words.ts';

const OCCASIONS = ['birthday', 'thanks', 'congratulations', 'holiday', 'flowers', 'plain'] as const;

/** What the gift is for; the card that goes with it is chosen at once. */
export function Occasions() {
  const { t } = useWords();
  const [, keep] = useDraft();
  const navigate = useNavigate();
  return (
    <Stack component="section" gap="sm">
      <Title order={2} fz={20}>
        {t('home.occasions')}
      </Title>
      <SimpleGrid cols={{ base: 3, sm: 6 }} spacing="xs">
        {OCCASIONS.map((occasion) => (
          <UnstyledButton
            key={occasion}
            className="tile"
            onClick={() => {
              keep({ card_design: occasion });
              navigate('/give');
            }}
          >
            <img className="art" src={cardPicture(occasion)} alt="" />
            <Text fz="sm" ta="center" p={6}>
              {t(`home.for_${occasion}`)}
            </Text>
          </UnstyledButton>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
