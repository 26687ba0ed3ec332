import { Route, Routes } from 'react-router';
import { Frame } from '../kit/frame.tsx';
import { AuditTrail } from '../kit/staff/audit.tsx';
import { People } from '../kit/staff/people.tsx';
import { RequireStaff, StaffMenu } from '../kit/staff/session.tsx';
import { staffWords } from '../kit/staff/words.ts';
import { startPage } from '../kit/start.tsx';
import { door } from './door.ts';

startPage(
  <RequireStaff door={door} brand="Seonmul">
    <Frame
      brand="Seonmul"
      home="/office"
      wide
      person={<StaffMenu />}
      places={[
        { to: '/office/people', label: 'People' },
        { to: '/office/audit', label: 'Audit' },
      ]}
    >
      <Routes>
        <Route path="/office/people" element={<People door={door} />} />
        <Route path="/office/audit" element={<AuditTrail door={door} nameOf={() => undefined} />} />
      </Routes>
    </Frame>
  </RequireStaff>,
  staffWords,
);
