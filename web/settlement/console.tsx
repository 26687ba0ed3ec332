import {
  IconArrowsDiff,
  IconBug,
  IconBuilding,
  IconBuildingBank,
  IconCashBanknote,
  IconClipboardList,
  IconCreditCard,
  IconDatabaseImport,
  IconFileInvoice,
  IconGavel,
  IconHome,
  IconPlugConnected,
  IconScale,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Route, Routes } from 'react-router';
import { Frame } from '../kit/frame.tsx';
import { answered } from '../kit/problem.ts';
import { Account } from '../kit/staff/account/account.tsx';
import { AuditTrail } from '../kit/staff/audit.tsx';
import { BusinessPage } from '../kit/staff/business/business-page.tsx';
import { FailedWork } from '../kit/staff/failing-work.tsx';
import { NewPassword } from '../kit/staff/new-password.tsx';
import { People } from '../kit/staff/people.tsx';
import { Providers } from '../kit/staff/providers.tsx';
import { Restored } from '../kit/staff/restored.tsx';
import { RequireStaff, StaffMenu } from '../kit/staff/session.tsx';
import { Accounts } from './accounts/accounts.tsx';
import { api, staffApi } from './api.ts';
import { BankFiles } from './bank-files.tsx';
import { Differences } from './differences/differences.tsx';
import { Disputes } from './disputes.tsx';
import { Home } from './home.tsx';
import { NoSuchPage } from './no-such-page.tsx';
import { PaymentPage } from './payments/payment.tsx';
import { Payments } from './payments/payments.tsx';
import { Payouts } from './payouts/payouts.tsx';
import { StatementPage } from './trust/statement.tsx';
import { Trust } from './trust/trust.tsx';
import { useActionName, useSettlementWords } from './words.ts';

/** Where what a restore left open is looked at. */
const FOUND_AT = { acquirer_reference_not_restored: '/console/payments/' };

const readProviders = () => answered(api.GET('/v1/staff/providers'));

export function SettlementConsole() {
  const { t } = useSettlementWords();
  return (
    <Routes>
      <Route
        path="/console/new-password"
        element={<NewPassword staffApi={staffApi} brand={t('settlement.brand')} />}
      />
      <Route
        path="*"
        element={
          <RequireStaff staffApi={staffApi} brand={t('settlement.brand')}>
            <Rooms />
          </RequireStaff>
        }
      />
    </Routes>
  );
}

/** All roles see all pages; who may change something is up to the page, and to the server. */
function Rooms() {
  const { t } = useSettlementWords();
  const nameOf = useActionName();
  const places = [
    { to: '/console', label: t('settlement.home'), icon: <IconHome size={18} aria-hidden /> },
    {
      to: '/console/payments',
      label: t('settlement.payments'),
      icon: <IconCreditCard size={18} aria-hidden />,
    },
    { to: '/console/disputes', label: t('settlement.disputes'), icon: <IconGavel size={18} aria-hidden /> },
    {
      to: '/console/differences',
      label: t('settlement.differences'),
      icon: <IconArrowsDiff size={18} aria-hidden />,
    },
    { to: '/console/trust', label: t('settlement.trust'), icon: <IconScale size={18} aria-hidden /> },
    {
      to: '/console/payouts',
      label: t('settlement.payouts'),
      icon: <IconCashBanknote size={18} aria-hidden />,
    },
    {
      to: '/console/accounts',
      label: t('settlement.accounts'),
      icon: <IconBuildingBank size={18} aria-hidden />,
    },
    {
      to: '/console/bank-files',
      label: t('settlement.files'),
      icon: <IconFileInvoice size={18} aria-hidden />,
    },
    {
      to: '/console/providers',
      label: t('providers.title'),
      icon: <IconPlugConnected size={18} aria-hidden />,
    },
    {
      to: '/console/business',
      label: t('business_page.title'),
      icon: <IconBuilding size={18} aria-hidden />,
    },
    { to: '/console/failed-work', label: t('staff.failing'), icon: <IconBug size={18} aria-hidden /> },
    {
      to: '/console/restore',
      label: t('restore.title'),
      icon: <IconDatabaseImport size={18} aria-hidden />,
    },
    { to: '/console/people', label: t('staff.people'), icon: <IconUsersGroup size={18} aria-hidden /> },
    { to: '/console/audit', label: t('staff.audit'), icon: <IconClipboardList size={18} aria-hidden /> },
  ];
  return (
    <Frame brand={t('settlement.brand')} home="/console" wide person={<StaffMenu />} places={places}>
      <Routes>
        <Route path="/console">
          <Route index element={<Home />} />
          <Route path="payments" element={<Payments />} />
          <Route path="payments/:payment_id" element={<PaymentPage />} />
          <Route path="disputes" element={<Disputes />} />
          <Route path="differences" element={<Differences />} />
          <Route path="trust" element={<Trust />} />
          <Route path="trust/:payee" element={<StatementPage />} />
          <Route path="payouts" element={<Payouts />} />
          <Route path="accounts" element={<Accounts />} />
          <Route path="bank-files" element={<BankFiles />} />
          <Route path="providers" element={<Providers read={readProviders} />} />
          <Route path="failed-work" element={<FailedWork staffApi={staffApi} />} />
          <Route path="restore" element={<Restored staffApi={staffApi} pages={FOUND_AT} />} />
          <Route path="people" element={<People staffApi={staffApi} />} />
          <Route path="audit" element={<AuditTrail staffApi={staffApi} nameOf={nameOf} />} />
          <Route path="business" element={<BusinessPage staffApi={staffApi} />} />
          <Route path="account" element={<Account staffApi={staffApi} />} />
          <Route path="*" element={<NoSuchPage />} />
        </Route>
      </Routes>
    </Frame>
  );
}
