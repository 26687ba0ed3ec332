import { accountNodes } from './account.ts';
import { buyNodes } from './buy.ts';
import { cardNodes } from './card.ts';
import { codeNodes } from './code.ts';
import { giftNodes } from './gifts.ts';
import { holderNodes } from './holder.ts';
import { logInNodes } from './log-in.ts';
import { menuNodes } from './menu.ts';
import { newsNodes } from './news.ts';
import { receiveNodes } from './receive.ts';
import type { Node, NodeName } from './types.ts';

/** Every node of every dialogue. */
export const NODES: Readonly<Record<NodeName, Node>> = {
  ...menuNodes,
  ...logInNodes,
  ...accountNodes,
  ...buyNodes,
  ...cardNodes,
  ...giftNodes,
  ...receiveNodes,
  ...holderNodes,
  ...newsNodes,
  ...codeNodes,
};
