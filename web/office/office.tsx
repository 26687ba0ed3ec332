import {
  IconBug,
  IconBuilding,
  IconBuildingBank,
  IconBuildingStore,
  IconCash,
  IconCashBanknote,
  IconClipboardList,
  IconDatabaseImport,
  IconGift,
  IconHome,
  IconId,
  IconMessage,
  IconPhoto,
  IconReceipt,
  IconScale,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { Frame } from '../kit/frame.tsx';
import { Account } from '../kit/staff/account/account.tsx';
import { AuditTrail } from '../kit/staff/audit.tsx';
import { BusinessPage } from '../kit/staff/business/business-page.tsx';
import { FailedWork } from '../kit/staff/failing-work.tsx';
import { NewPassword } from '../kit/staff/new-password.tsx';
import { People } from '../kit/staff/people.tsx';
import { Restored } from '../kit/staff/restored.tsx';
import { ForRoles, RequireStaff, StaffMenu, useStaff } from '../kit/staff/session.tsx';
import type { StaffRole } from '../kit/staff/staff-api.ts';
import { staffApi } from './api.ts';
import { useActionName } from './audit-actions.ts';
import { BankAccountPage } from './bank-account/bank-account-page.tsx';
import { Books } from './books.tsx';
import { Cash } from './cash.tsx';
import { CertificatePage } from './certificates/certificate.tsx';
import { Certificates } from './certificates/certificates.tsx';
import { Clerks } from './clerks/clerks.tsx';
import { ImportMembers } from './members/import-members.tsx';
import { MemberPage } from './members/member.tsx';
import { Members } from './members/members.tsx';
import { NoSuchPage } from './no-such-page.tsx';
import { Payouts } from './payouts.tsx';
import { Stores } from './stores/stores.tsx';
import { Today } from './today/today.tsx';
import { Uses } from './uses.tsx';
import { WindowPage } from './window/window-page.tsx';
import { OfficeWordings } from './wordings.tsx';
import { useOfficeWords } from './words.ts';

/** Roles that may see money and the audit trail, and roles that may change members. */
/** Where what a restore left open is looked at. */
const FOUND_AT = {
  entry_not_restored: '/office/certificates/',
  entry_taken: '/office/certificates/',
  hand_over_not_restored: '/office/certificates/',
};

const ACCOUNTABLE: readonly StaffRole[] = ['owner', 'auditor'];
const CLERKS: readonly StaffRole[] = ['owner', 'clerk'];

export function Office() {
  const { t } = useOfficeWords();
  return (
    <Routes>
      <Route
        path="/office/new-password"
        element={<NewPassword staffApi={staffApi} brand={t('office.brand')} />}
      />
      <Route
        path="*"
        element={
          <RequireStaff staffApi={staffApi} brand={t('office.brand')}>
            <Rooms />
          </RequireStaff>
        }
      />
    </Routes>
  );
}

function Rooms() {
  const { t } = useOfficeWords();
  const { may } = useStaff();
  const nameOf = useActionName();
  const places = [
    { to: '/office', label: t('office.today'), icon: <IconHome size={18} aria-hidden /> },
    { to: '/office/certificates', label: t('office.certificates'), icon: <IconGift size={18} aria-hidden /> },
    { to: '/office/uses', label: t('office.uses'), icon: <IconReceipt size={18} aria-hidden /> },
    { to: '/office/cash', label: t('office.cash'), icon: <IconCashBanknote size={18} aria-hidden /> },
    { to: '/office/members', label: t('office.members'), icon: <IconUsers size={18} aria-hidden /> },
    { to: '/office/stores', label: t('office.stores'), icon: <IconBuildingStore size={18} aria-hidden /> },
    { to: '/office/window', label: t('window.title'), icon: <IconPhoto size={18} aria-hidden /> },
    { to: '/office/wordings', label: t('wordings.title'), icon: <IconMessage size={18} aria-hidden /> },
    { to: '/office/business', label: t('business_page.title'), icon: <IconBuilding size={18} aria-hidden /> },
    { to: '/office/clerks', label: t('office.clerks'), icon: <IconId size={18} aria-hidden /> },
  ];
  const accountable = [
    { to: '/office/payouts', label: t('office.payouts'), icon: <IconCash size={18} aria-hidden /> },
    {
      to: '/office/bank-account',
      label: t('bank_account.title'),
      icon: <IconBuildingBank size={18} aria-hidden />,
    },
    { to: '/office/books', label: t('office.books'), icon: <IconScale size={18} aria-hidden /> },
    { to: '/office/people', label: t('staff.people'), icon: <IconUsersGroup size={18} aria-hidden /> },
    { to: '/office/failed-work', label: t('staff.failing'), icon: <IconBug size={18} aria-hidden /> },
    { to: '/office/restore', label: t('restore.title'), icon: <IconDatabaseImport size={18} aria-hidden /> },
    { to: '/office/audit', label: t('staff.audit'), icon: <IconClipboardList size={18} aria-hidden /> },
  ];
  return (
    <Frame
      brand={t('office.brand')}
      home="/office"
      wide
      person={<StaffMenu />}
      places={may(...ACCOUNTABLE) ? [...places, ...accountable] : places}
    >
      <Routes>
        <Route path="/office">
          <Route index element={<Today />} />
          <Route path="certificates" element={<Certificates />} />
          <Route path="certificates/:certificate_id" element={<CertificatePage />} />
          <Route path="uses" element={<Uses />} />
          <Route path="cash" element={<Cash />} />
          <Route path="members" element={<Members />} />
          <Route path="members/:member_id" element={<MemberPage />} />
          <Route path="members/import" element={only(CLERKS, <ImportMembers />)} />
          <Route path="stores" element={<Stores />} />
          <Route path="window" element={<WindowPage />} />
          <Route path="wordings" element={<OfficeWordings />} />
          <Route path="clerks" element={<Clerks />} />
          <Route path="payouts" element={only(ACCOUNTABLE, <Payouts />)} />
          <Route path="bank-account" element={only(ACCOUNTABLE, <BankAccountPage />)} />
          <Route path="books" element={only(ACCOUNTABLE, <Books />)} />
          <Route path="failed-work" element={only(ACCOUNTABLE, <FailedWork staffApi={staffApi} />)} />
          <Route
            path="restore"
            element={only(ACCOUNTABLE, <Restored staffApi={staffApi} pages={FOUND_AT} />)}
          />
          <Route path="people" element={only(ACCOUNTABLE, <People staffApi={staffApi} />)} />
          <Route
            path="audit"
            element={only(ACCOUNTABLE, <AuditTrail staffApi={staffApi} nameOf={nameOf} />)}
          />
          <Route path="business" element={<BusinessPage staffApi={staffApi} />} />
          <Route path="account" element={<Account staffApi={staffApi} />} />
          <Route path="*" element={<NoSuchPage />} />
        </Route>
      </Routes>
    </Frame>
  );
}

function only(roles: readonly StaffRole[], page: ReactNode) {
  return <ForRoles roles={roles}>{page}</ForRoles>;
}
