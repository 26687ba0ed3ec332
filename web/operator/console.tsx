import './console.css';
import {
  IconActivity,
  IconAlertTriangle,
  IconBug,
  IconBuilding,
  IconBuildingStore,
  IconCashBanknote,
  IconClipboardList,
  IconDatabaseImport,
  IconGauge,
  IconGift,
  IconMail,
  IconMessageReport,
  IconPhoneCall,
  IconPlugConnected,
  IconReceiptRefund,
  IconScale,
  IconUsersGroup,
  IconWriting,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
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
import { ForRoles, RequireStaff, StaffMenu, useStaff } from '../kit/staff/session.tsx';
import type { StaffRole } from '../kit/staff/staff-api.ts';
import { api, staffApi } from './api.ts';
import { Disputes } from './disputes.tsx';
import { GiftPage } from './gifts/gift.tsx';
import { Gifts } from './gifts/gifts.tsx';
import { Limits } from './limits.tsx';
import { Live } from './live.tsx';
import { Messages } from './messages.tsx';
import { NoSuchPage } from './no-such-page.tsx';
import { ShopNotices } from './notices.tsx';
import { Payouts } from './payouts.tsx';
import { Refunds } from './refunds.tsx';
import { AddShop, ChangeShop } from './shops/shop.tsx';
import { Shops } from './shops/shops.tsx';
import { StuckOrders } from './stuck.tsx';
import { RegisterByTelephone } from './telephone.tsx';
import { ConsoleWordings } from './wordings.tsx';
import { useCodes, useConsoleWords } from './words.ts';

/** Roles that help people join. */
const HELPING: readonly StaffRole[] = ['operator', 'support'];
/** Roles that may see payouts, staff and the audit trail. */
const ACCOUNTABLE: readonly StaffRole[] = ['operator', 'auditor'];

/** Where what a restore left open is looked at. */
const FOUND_AT = {
  message_not_restored: '/console/gifts/',
  recipient_lost: '/console/gifts/',
  certificate_not_asked_for: '/console/gifts/',
};

const readProviders = () => answered(api.GET('/v1/staff/providers'));

export function Console() {
  const { t } = useConsoleWords();
  return (
    <Routes>
      <Route
        path="/console/new-password"
        element={<NewPassword staffApi={staffApi} brand={t('console.brand')} />}
      />
      <Route
        path="*"
        element={
          <RequireStaff staffApi={staffApi} brand={t('console.brand')}>
            <Rooms />
          </RequireStaff>
        }
      />
    </Routes>
  );
}

function Rooms() {
  const { t } = useConsoleWords();
  const codes = useCodes();
  const { may } = useStaff();
  const isAccountable = may(...ACCOUNTABLE);
  const places = [
    { to: '/console', label: t('console.live'), icon: <IconActivity size={18} aria-hidden /> },
    { to: '/console/gifts', label: t('console.gifts'), icon: <IconGift size={18} aria-hidden /> },
    { to: '/console/stuck', label: t('console.stuck'), icon: <IconAlertTriangle size={18} aria-hidden /> },
    {
      to: '/console/notices',
      label: t('console.notices'),
      icon: <IconMessageReport size={18} aria-hidden />,
    },
    { to: '/console/messages', label: t('messages.title'), icon: <IconMail size={18} aria-hidden /> },
    {
      to: '/console/refunds',
      label: t('console.refunds'),
      icon: <IconReceiptRefund size={18} aria-hidden />,
    },
    {
      to: '/console/disputes',
      label: t('console.disputes'),
      icon: <IconScale size={18} aria-hidden />,
    },
    ...(isAccountable
      ? [
          {
            to: '/console/payouts',
            label: t('console.payouts'),
            icon: <IconCashBanknote size={18} aria-hidden />,
          },
        ]
      : []),
    { to: '/console/shops', label: t('console.shops'), icon: <IconBuildingStore size={18} aria-hidden /> },
    ...(may(...HELPING)
      ? [
          {
            to: '/console/telephone',
            label: t('telephone.title'),
            icon: <IconPhoneCall size={18} aria-hidden />,
          },
        ]
      : []),
    {
      to: '/console/business',
      label: t('business_page.title'),
      icon: <IconBuilding size={18} aria-hidden />,
    },
    {
      to: '/console/wordings',
      label: t('wordings.title'),
      icon: <IconWriting size={18} aria-hidden />,
    },
    {
      to: '/console/providers',
      label: t('providers.title'),
      icon: <IconPlugConnected size={18} aria-hidden />,
    },
    { to: '/console/limits', label: t('console.limits'), icon: <IconGauge size={18} aria-hidden /> },
    ...(isAccountable
      ? [
          {
            to: '/console/people',
            label: t('staff.people'),
            icon: <IconUsersGroup size={18} aria-hidden />,
          },
          {
            to: '/console/failed-work',
            label: t('staff.failing'),
            icon: <IconBug size={18} aria-hidden />,
          },
          {
            to: '/console/restore',
            label: t('restore.title'),
            icon: <IconDatabaseImport size={18} aria-hidden />,
          },
          {
            to: '/console/audit',
            label: t('staff.audit'),
            icon: <IconClipboardList size={18} aria-hidden />,
          },
        ]
      : []),
  ];
  return (
    <Frame brand={t('console.brand')} home="/console" wide person={<StaffMenu />} places={places}>
      <Routes>
        <Route path="/console">
          <Route index element={<Live />} />
          <Route path="gifts" element={<Gifts />} />
          <Route path="gifts/:order_id" element={<GiftPage />} />
          <Route path="messages" element={<Messages />} />
          <Route path="stuck" element={<StuckOrders />} />
          <Route path="notices" element={<ShopNotices />} />
          <Route path="refunds" element={<Refunds />} />
          <Route path="disputes" element={<Disputes />} />
          <Route path="payouts" element={only(ACCOUNTABLE, <Payouts />)} />
          <Route path="shops" element={<Shops />} />
          <Route path="shops/new" element={only(['operator'], <AddShop />)} />
          <Route path="shops/:shop_id" element={<ChangeShop />} />
          <Route path="wordings" element={<ConsoleWordings />} />
          <Route path="providers" element={<Providers read={readProviders} />} />
          <Route path="limits" element={<Limits />} />
          <Route path="telephone" element={only(HELPING, <RegisterByTelephone />)} />
          <Route path="failed-work" element={only(ACCOUNTABLE, <FailedWork staffApi={staffApi} />)} />
          <Route
            path="restore"
            element={only(ACCOUNTABLE, <Restored staffApi={staffApi} pages={FOUND_AT} />)}
          />
          <Route path="people" element={only(ACCOUNTABLE, <People staffApi={staffApi} />)} />
          <Route
            path="audit"
            element={only(
              ACCOUNTABLE,
              <AuditTrail staffApi={staffApi} nameOf={(action) => codes('did', action)} />,
            )}
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
