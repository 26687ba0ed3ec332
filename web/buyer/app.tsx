import './buyer.css';
import { Center, Loader } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { BusinessFoot } from '../kit/business/foot.tsx';
import { OwnBrand } from '../kit/business/own-look.tsx';
import { Frame } from '../kit/frame.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { HomePage } from './home.tsx';
import { PersonMenu } from './person-menu.tsx';
import { MembersOnly } from './session.tsx';
import { useWords } from './words.ts';

// The home page comes with the first load, the others when they are opened.
const CorrectPage = lazy(() =>
  import('./gifts/correct.tsx').then(({ CorrectPage: page }) => ({ default: page })),
);
const GiftList = lazy(() => import('./gifts/list.tsx').then(({ GiftList: page }) => ({ default: page })));
const GiftPage = lazy(() => import('./gifts/gift.tsx').then(({ GiftPage: page }) => ({ default: page })));
const GiveRoutes = lazy(() =>
  import('./give/routes.tsx').then(({ GiveRoutes: page }) => ({ default: page })),
);
const GroupPage = lazy(() =>
  import('./several/group-page.tsx').then(({ GroupPage: page }) => ({ default: page })),
);
const LogInPage = lazy(() => import('./log-in.tsx').then(({ LogInPage: page }) => ({ default: page })));
const ReceivedList = lazy(() =>
  import('./gifts/received.tsx').then(({ ReceivedList: page }) => ({ default: page })),
);
const ReceiptPage = lazy(() =>
  import('./gifts/receipt.tsx').then(({ ReceiptPage: page }) => ({ default: page })),
);
const RecoverPage = lazy(() =>
  import('./recover/recover.tsx').then(({ RecoverPage: page }) => ({ default: page })),
);
const SignUpPage = lazy(() =>
  import('./sign-up/sign-up.tsx').then(({ SignUpPage: page }) => ({ default: page })),
);
const MePage = lazy(() => import('./me/me.tsx'));

/** The buyer's pages. */
export function BuyerApp() {
  const { t } = useWords();
  return (
    <Frame
      brand={<OwnBrand name={t('common.brand')} />}
      home="/"
      person={<PersonMenu />}
      foot={<BusinessFoot />}
    >
      <Suspense fallback={<Waiting />}>
        <Routes>
          <Route path="/" element={<HomePage />} />
          <Route path="/log-in" element={<LogInPage />} />
          <Route path="/recover" element={<RecoverPage />} />
          <Route path="/sign-up" element={<SignUpPage />} />
          <Route path="/give/*" element={<GiveRoutes />} />
          <Route element={<MembersOnly />}>
            <Route path="/gifts" element={<GiftList />} />
            <Route path="/gifts/received" element={<ReceivedList />} />
            <Route path="/gifts/several/:group_id" element={<GroupPage />} />
            <Route path="/gifts/:order_id" element={<GiftPage />} />
            <Route path="/gifts/:order_id/correct" element={<CorrectPage />} />
            <Route path="/gifts/:order_id/receipt" element={<ReceiptPage />} />
            <Route path="/me" element={<MePage />} />
          </Route>
          <Route path="*" element={<Navigate to="/" replace />} />
        </Routes>
      </Suspense>
      <BottomBar />
    </Frame>
  );
}

function Waiting() {
  return (
    <Center mih={400}>
      <Loader />
    </Center>
  );
}
