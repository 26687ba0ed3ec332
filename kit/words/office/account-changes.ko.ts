import { korean } from '../../format/texts.ts';
import { accountChangesEn } from './account-changes.en.ts';

/** 상점 관리 화면: 입금 계좌 변경 알림. */
export const accountChangesKo = korean(accountChangesEn, {
  'account_changes.title': '입금 계좌 변경을 확인해 주세요',
  'account_changes.entered':
    '끝자리 {{last4}} 계좌({{currency}})가 등록됐어요. 확인이 끝나면 이 계좌로 입금돼요.',
  'account_changes.confirmed':
    '끝자리 {{last4}} 계좌({{currency}})가 확인됐어요. 이때부터 이 계좌로 입금돼요.',
  'account_changes.refused':
    '끝자리 {{last4}} 계좌({{currency}}) 등록이 거절됐어요. 이 계좌로는 입금되지 않아요.',
  'account_changes.ended': '끝자리 {{last4}} 계좌({{currency}})로는 더 이상 입금되지 않아요.',
  'account_changes.check': '요청하지 않은 변경이라면 정산 담당자에게 바로 알려 주세요.',
  'account_changes.owners': '점주가 확인할 때까지 이 알림이 표시돼요.',
  'account_changes.acknowledge': '확인했어요',
  'account_changes.acknowledged': '확인 처리했어요.',
});
