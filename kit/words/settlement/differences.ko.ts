import { korean } from '../../format/texts.ts';
import { differencesEn } from './differences.en.ts';

/** 정산 관리 화면의 대사 불일치: 결제사 내역과 장부가 서로 다른 항목. */
export const differencesKo = korean(differencesEn, {
  'differences.intro':
    '매일 밤 결제사 내역을 장부와 비교해요. 서로 다른 항목은 자동으로 고쳐지지 않으니 직접 확인해 주세요.',
  'differences.what': '불일치',
  'differences.kind': '종류',
  'differences.ours': '장부',
  'differences.theirs': '결제사',
  'differences.where': '결제사와 거래번호',
  'differences.found_at': '발견',
  'differences.none': '불일치가 없어요',
  'differences.none_detail': '결제사 내역이 장부와 모두 일치해요.',
  'differences.payment': '결제 보기',
  'differences.agreed': '이제 일치',
  'differences.changed': '새 내용으로 바뀜',
  'differences.dismissed': '종결: {{reason}}',
  'differences.dismiss_ask': '목록에서 사라지고, 내용이 바뀔 때만 다시 나와요. 사유는 기록에 남아요.',
  'differences.now': '지금 할 일',
  'differences.now_waiting': '아직 할 일이 없어요. 늦게 반영될 수 있어 내일 다시 확인해요.',
  'differences.now_missing_at_acquirer':
    '{{provider}} 관리 화면에서 찾아보고, 거기에도 없으면 {{provider}}에 문의해 주세요.',
  'differences.now_unknown_to_us':
    '{{provider}}에서 어떤 거래인지 확인하고, 잘못된 거래라면 {{provider}}에서 취소해 주세요.',
  'differences.now_amount_differs':
    '{{provider}}에 이유를 문의해 주세요. 장부에는 요청하고 확인받은 금액이 적혀 있어요.',
  'differences.now_currency_differs':
    '{{provider}}에서 이 통화를 환전하고 있어요. {{provider}}에 이 통화 잔액을 두거나, 이 통화를 다른 결제사로 받아 주세요.',
  'differences.now_state_differs':
    '{{provider}}에서는 처리됐고 여기서는 아니에요. 보통 재시도하면 해결돼요. 이미 끝난 결제의 돈이 빠져나갔다면 {{provider}}에서 환불해 주세요.',
  'differences.now_charged_twice': '두 번째 결제를 {{provider}}에서 환불해 주세요.',
  'differences.now_refunded_twice': '두 번째 환불을 회수해 달라고 {{provider}}에 요청해 주세요.',
  'differences.now_payout_differs': '통장 입금 내역과 비교하고 {{provider}}에 이유를 문의해 주세요.',
  'differences.now_movement_changed': '{{provider}}에 내역이 바뀐 이유를 문의해 주세요.',
  'runs.title': '대사 기록',
  'runs.day': '날짜',
  'runs.provider': '결제사',
  'runs.state': '상태',
  'runs.movements': '새 내역',
  'runs.by': '시작한 사람',
  'runs.nightly': '매일 밤 자동',
  'runs.finished_at': '완료',
  'runs.none': '아직 비교한 적이 없어요',
  'runs.compare': '지금 비교',
  'runs.started': '비교를 시작했어요.',
});
