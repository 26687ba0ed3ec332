import { accountNodes } from './account.ts';
import { buyNodes } from './buy.ts';
import { cardNodes } from './card.ts';
import { codeNodes } from './code.ts';
import { giftNodes } from './gifts.ts';
import { handOverNodes } from './hand-over.ts';
import { holderNodes } from './holder.ts';
import { holderMenuNodes } from './holder-menu.ts';
import { logInNodes } from './log-in.ts';
import { mailCodeNodes } from './mail-code.ts';
import { menuNodes } from './menu.ts';
import { newPinNodes } from './new-pin.ts';
import { newsNodes } from './news.ts';
import { receiveNodes } from './receive.ts';
import { storeNodes } from './stores.ts';
import type { Node, NodeName } from './types.ts';

/** Every node of every dialogue. */
export const NODES: Readonly<Record<NodeName, Node>> = {
  ...menuNodes,
  ...logInNodes,
  ...accountNodes,
  ...mailCodeNodes,
  ...buyNodes,
  ...cardNodes,
  ...giftNodes,
  ...receiveNodes,
  ...holderNodes,
  ...holderMenuNodes,
  ...handOverNodes,
  ...storeNodes,
  ...newPinNodes,
  ...newsNodes,
  ...codeNodes,
};
