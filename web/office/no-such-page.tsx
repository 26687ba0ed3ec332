import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { StaffPage } from '../kit/staff/page.tsx';
import { useOfficeWords } from './words.ts';

export function NoSuchPage() {
  const { t } = useOfficeWords();
  return (
    <StaffPage title={t('common.page_missing')}>
      <Button component={Link} to="/office" variant="default" w="fit-content">
        {t('common.to_start')}
      </Button>
    </StaffPage>
  );
}
