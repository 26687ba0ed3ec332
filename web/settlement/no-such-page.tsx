import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { StaffPage } from '../kit/staff/page.tsx';
import { useSettlementWords } from './words.ts';

export function NoSuchPage() {
  const { t } = useSettlementWords();
  return (
    <StaffPage title={t('common.page_missing')}>
      <Button component={Link} to="/console" variant="default" w="fit-content">
        {t('common.to_start')}
      </Button>
    </StaffPage>
  );
}
