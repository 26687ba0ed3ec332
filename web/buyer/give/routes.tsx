import { Navigate, Route, Routes } from 'react-router';
import { MembersOnly } from '../session.tsx';
import { GroupFlow } from '../several/group-flow.tsx';
import { ListStep } from '../several/list-step.tsx';
import { RowsStep } from '../several/rows-step.tsx';
import { AmountStep } from './amount-step.tsx';
import { CardReturn } from './card-return.tsx';
import { useDraft } from './draft.ts';
import { MessageStep } from './message-step.tsx';
import { OrderFlow } from './order-flow.tsx';
import { PayStep } from './pay-step.tsx';
import { ShopStep } from './shop-step.tsx';
import { ToPerson } from './to-person.tsx';

/** From the shop to the confirmed name. Until payment it is a draft in this tab, afterwards an order on the server. */
export function GiveRoutes() {
  const [draft] = useDraft();
  const hasShop = draft.shop_id !== undefined;
  const hasAmount = hasShop && draft.amount_minor !== undefined;
  const hasRows = hasAmount && draft.rows !== undefined;
  const list = <Navigate to={hasRows ? '/give/list/check' : '/give/list'} replace />;
  const pay = draft.several !== undefined && draft.people === undefined ? list : <PayStep />;
  const start = <Navigate to="/give" replace />;
  return (
    <Routes>
      <Route index element={<ShopStep />} />
      <Route path="amount" element={hasShop ? <AmountStep /> : start} />
      <Route path="message" element={hasAmount ? <MessageStep /> : start} />
      <Route element={<MembersOnly />}>
        <Route path="list" element={hasAmount ? <ListStep /> : start} />
        <Route path="list/check" element={hasRows ? <RowsStep /> : list} />
        <Route path="pay" element={hasAmount ? pay : start} />
        <Route path="card" element={<CardReturn />} />
        <Route path="to/:order_id" element={<ToPerson />} />
        <Route path="several/:group_id" element={<GroupFlow />} />
        <Route path=":order_id" element={<OrderFlow />} />
      </Route>
    </Routes>
  );
}
