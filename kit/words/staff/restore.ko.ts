import { korean } from '../../format/texts.ts';
import { restorePagesEn } from './restore.en.ts';

/** 복구한 뒤의 화면: 되찾은 내역과 되찾지 못한 내역. */
export const restorePagesKo = korean(restorePagesEn, {
  'restore.title': '복구',
  'restore.intro': '마지막 복구 때 다른 서버에서 되찾은 내역과 사람이 처리해야 할 일을 보여 드려요.',
  'restore.never': '백업에서 복구한 적이 없어요.',
  'restore.never_detail': '복구한 뒤 되찾지 못한 내역이 있으면 여기에 나와요.',
  'restore.restored': '백업에서 복구했고 {{at, date_time}}에 기록했어요.',
  'restore.noticed':
    '백업에서 복구된 것을 {{at, date_time}}에 알아냈어요. 빠진 내역이 {{party}} 서버에 있었어요.',
  'restore.fetching': '다른 서버에 있는 내역을 가져오는 동안 서버를 닫아 두고 있어요.',
  'restore.whole': '다른 서버에 있던 내역을 {{at, date_time}}에 모두 되찾았어요.',
  'restore.since': '다른 서버에 {{at, date_time}} 이후의 내역을 모두 요청했어요.',
  'restore.none': '처리할 일이 없어요',
  'restore.none_detail': '모든 내역을 되찾았어요.',
  'restore.party': '서버',
  'restore.subject': '대상',
  'restore.found_at': '발견 시각',
  'restore.outcome': '처리 결과',
  'restore.settle': '처리',
  'restore.settle_of': '{{what}} 처리',
  'restore.settle_all': '모두 처리',
  'restore.settle_all_of': '모두 처리: {{what}}',
  'restore.settle_ask':
    '확인한 내용과 조치한 내용을 적어 주세요. 이름과 함께 기록에 남고, 마지막 건까지 처리하면 경보가 끝나요.',
  'restore.settled': '처리했어요.',
  'restore.finding_no': '{{no}}번 항목',
  'restore.unknown_kind': '문서의 복구 페이지를 참고해 주세요.',

  'restore.kind.message_not_restored': '메시지가 사라진 선물',
  'restore.do.message_not_restored':
    '선물은 되찾았어요. 보낸 분의 메시지와 카드 디자인은 사라졌고, 따로 할 일은 없어요.',
  'restore.kind.member_not_restored': '연락처가 사라진 회원',
  'restore.do.member_not_restored':
    '백업 이후에 가입한 회원이에요. 이름과 회원번호는 되찾았지만 연락처, 비밀번호, 전화 PIN은 없어요. 회원이 연락하면 다시 등록하도록 도와주세요.',
  'restore.kind.buyer_unknown': '구매자를 알 수 없는 결제',
  'restore.do.buyer_unknown':
    '백업 이후에 가입한 분의 결제이고, 등록된 선물이 없어요. 정산 서버에서 매입됐다면 그곳에서 환불해 주세요.',
  'restore.kind.recipient_lost': '결제됐지만 상점에 없는 선물',
  'restore.do.recipient_lost': '결제를 환불하고 구매자에게 알리고 있어요. 환불이 끝났는지 확인해 주세요.',
  'restore.kind.certificate_not_asked_for': '결제됐지만 상점에 확인하지 못한 선물',
  'restore.do.certificate_not_asked_for':
    '이 상점을 빼고 복구했어요. 상점에 선물이 있는지 확인하고, 없으면 결제를 환불해 주세요.',
  'restore.kind.gifts_of_group_lost': '상점에 있는 선물보다 많이 결제된 묶음',
  'restore.do.gifts_of_group_lost': '묶음 결제에서 이 금액을 정산 서버에서 환불해 주세요.',
  'restore.kind.payout_uses_unknown': '사용 내역을 찾지 못한 지급',
  'restore.do.payout_uses_unknown':
    '처리할 때까지 이 상점에는 지급하지 않아요. 먼저 상점의 정산서와 비교해 주세요. 그대로 두면 같은 사용 내역이 다시 지급돼요.',
  'restore.kind.call_not_repeated': '현재 내역과 맞지 않는 요청',
  'restore.do.call_not_repeated': '다른 서버의 선물과 여기의 선물을 비교해 주세요.',
  'restore.kind.call_not_signed_by_us': '우리 서명이 없는 요청',
  'restore.do.call_not_signed_by_us':
    '그 뒤 서명 키를 바꿨거나 우리가 보낸 요청이 아니에요. 다른 서버에 문의해 주세요.',
  'restore.kind.notices_come_later': '다음 사용 때 함께 오는 사용 내역',
  'restore.do.notices_come_later':
    '이 상점의 버전에는 다시 알려 달라고 요청할 수 없어요. 다음 사용이 있을 때 저절로 다시 알려 줘요.',

  'restore.kind.entry_not_restored': '알린 적이 없는 상품권 내역',
  'restore.do.entry_not_restored': '기간 연장, 양도, 직원의 열람 중 하나예요. 소지자에게 확인해 주세요.',
  'restore.kind.hand_over_not_restored': '양도된 상품권',
  'restore.do.hand_over_not_restored': '사용하기 전에 누구의 것인지 확인해 주세요.',
  'restore.kind.store_known_by_name': '이름만 아는 매장',
  'restore.do.store_known_by_name': '매장의 주소와 단말기를 등록해 주세요.',
  'restore.kind.entry_taken': '복구를 알아내기 전의 판매',
  'restore.do.entry_taken': '운영 서버에 의심 내역으로 남은 판매와 비교해 주세요.',
  'restore.kind.used_more_than_left': '두 번 사용된 상품권',
  'restore.do.used_more_than_left':
    '차액은 브랜드가 부담해요. 사용 내역은 알린 그대로 남고 잔액은 움직이지 않아요.',
  'restore.kind.expired_with_less_left': '잔액이 모자란 채 만료된 상품권',
  'restore.do.expired_with_less_left': '복구를 알아내기 전에 사용됐어요. 운영 서버와 비교해 주세요.',
  'restore.kind.reversal_without_use': '사용 내역이 없는 취소',
  'restore.do.reversal_without_use': '운영 서버와 비교해 주세요.',
  'restore.kind.certificate_unknown': '다시 등록하지 못한 상품권',
  'restore.do.certificate_unknown': '운영 콘솔에서 선물을 확인해 주세요.',
  'restore.kind.kind_unknown': '이후 버전의 내역',
  'restore.do.kind_unknown': '서버를 업그레이드한 뒤 다시 복구해 주세요.',
  'restore.kind.call_refused': '그때는 됐지만 지금은 거절된 요청',
  'restore.do.call_refused': '요청한 서버와 비교해 주세요.',
  'restore.kind.batch_forgotten': '운영 서버에서 지워진 묶음',
  'restore.do.batch_forgotten': '더 최근의 백업으로 복구해 주세요.',
  'restore.kind.batch_not_signed_by_us': '우리 서명이 없는 묶음',
  'restore.do.batch_not_signed_by_us': '그 뒤 서명 키를 바꿨어요. 운영 서버에 묶음을 요청해 주세요.',
  'restore.kind.batches_not_kept': '받은 내역을 알려 주지 못하는 서버',
  'restore.do.batches_not_kept': '업그레이드를 요청하고 복구를 다시 기록해 주세요.',
  'restore.kind.calls_not_kept': '처리한 내역을 알려 주지 못하는 서버',
  'restore.do.calls_not_kept': '업그레이드를 요청하고 복구를 다시 기록해 주세요.',
  'restore.kind.party_restoring': '함께 복구 중이던 서버',
  'restore.do.party_restoring': '일부 내역을 잃었을 수 있어요. 카드 매입사의 내역과 비교해 주세요.',
  'restore.kind.party_not_asked': '요청하지 않은 서버',
  'restore.do.party_not_asked': '이 서버를 빼고 진행했어요. 연결되면 비교해 주세요.',

  'restore.kind.payment_method_not_restored': '사라진 카드',
  'restore.do.payment_method_not_restored': '결제는 되찾았어요. 카드는 주인이 다시 등록해야 해요.',
  'restore.kind.acquirer_not_known': '어느 매입사에도 없는 결제',
  'restore.do.acquirer_not_known': '매입사마다 결제 ID를 찾아보고 직접 기장해 주세요.',
  'restore.kind.acquirer_reference_not_restored': '사라진 매입사 거래번호',
  'restore.do.acquirer_reference_not_restored':
    '매입사에서 금액과 시각으로 결제를 찾아 결제 페이지에 거래번호를 입력해 주세요.',
  'restore.kind.payout_maybe_sent': '은행이 이미 보냈을 수 있는 지급',
  'restore.do.payout_maybe_sent':
    '은행에 확인해 주세요. 이미 보냈다면 은행의 결과 파일을 올리고, 아니면 두 사람이 지급을 다시 승인해 주세요.',
  'restore.kind.payout_account_not_known': '사라진 지급 계좌',
  'restore.do.payout_account_not_known': '계좌를 입력하고 확인한 뒤 은행의 내역과 비교해 주세요.',
  'restore.kind.refund_not_covered': '여기 있는 금액보다 많은 환불',
  'restore.do.refund_not_covered': '매입사의 내역과 비교해 주세요.',
  'restore.kind.payment_unknown': '기장하지 못한 결제',
  'restore.do.payment_unknown': '결제를 요청한 서버와 비교해 주세요.',
  'restore.kind.call_not_answered_by_us': '우리 서명이 없는 응답',
  'restore.do.call_not_answered_by_us':
    '그 뒤 서명 키를 바꿨거나 요청한 서버에서 응답이 지워졌어요. 그 서버와 비교해 주세요.',
});
