import './buyer.css';
import { Center, Loader } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Frame } from '../kit/frame.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { CorrectPage } from './gifts/correct.tsx';
import { GiftPage } from './gifts/gift.tsx';
import { GiftList } from './gifts/list.tsx';
import { GiveRoutes } from './give/routes.tsx';
import { HomePage } from './home.tsx';
import { LogInPage } from './log-in.tsx';
import { PersonMenu } from './person-menu.tsx';
import { RecoverPage } from './recover/recover.tsx';
import { MembersOnly } from './session.tsx';
import { GroupPage } from './several/group-page.tsx';
import { SignUpPage } from './sign-up/sign-up.tsx';
import { useWords } from './words.ts';

const MePage = lazy(() => import('./me/me.tsx'));

/** The buyer's pages. */
export function BuyerApp() {
  const { t } = useWords();
  return (
    <Frame brand={t('common.brand')} home="/" person={<PersonMenu />}>
      <Suspense fallback={<Waiting />}>
        <Routes>
          <Route path="/" element={<HomePage />} />
          <Route path="/log-in" element={<LogInPage />} />
          <Route path="/recover" element={<RecoverPage />} />
          <Route path="/sign-up" element={<SignUpPage />} />
          <Route path="/give/*" element={<GiveRoutes />} />
          <Route element={<MembersOnly />}>
            <Route path="/gifts" element={<GiftList />} />
            <Route path="/gifts/several/:group_id" element={<GroupPage />} />
            <Route path="/gifts/:order_id" element={<GiftPage />} />
            <Route path="/gifts/:order_id/correct" element={<CorrectPage />} />
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
