import { korean } from '../../format/texts.ts';
import { bankAccountEn } from './bank-account.en.ts';

/** 상점 관리 화면: 입금 계좌 변경 신청. */
export const bankAccountKo = korean(bankAccountEn, {
  'bank_account.title': '입금 계좌',
  'bank_account.intro':
    '입금 계좌를 바꾸려면 점주 한 명이 새 계좌를 등록하고 다른 점주가 확인해야 해요. 그다음 정산 담당자가 검토를 마치면 그 계좌로 입금돼요.',
  'bank_account.enter': '계좌 변경',
  'bank_account.enter_title': '새 계좌 등록',
  'bank_account.list': '변경 신청 내역',
  'bank_account.none': '변경 신청 내역이 없어요',
  'bank_account.none_detail': '지금 입금되는 계좌는 정산 화면에서 볼 수 있어요.',
  'bank_account.currency_hint': '영문 세 자리 (예: KRW, EUR)',
  'bank_account.currency_wrong': '통화 코드를 영문 세 자리로 입력해 주세요.',
  'bank_account.holder_hint': '은행에 등록된 이름',
  'bank_account.next': '다른 점주가 3일 안에 확인해야 해요.',
  'bank_account.entered_done': '등록했어요. 다른 점주가 확인해야 해요.',
  'bank_account.ending': '{{bank}} …{{last4}}',
  'bank_account.state.entered': '다른 점주 확인 대기',
  'bank_account.state.confirmed': '정산 서버로 보내는 중',
  'bank_account.state.withdrawn': '취소됨',
  'bank_account.state.expired': '기한 만료',
  'bank_account.state.outdated': '서버 복구로 무효',
  'bank_account.state.sent': '정산 담당자 검토 중',
  'bank_account.state.taken_over': '정산 최종 확인 중',
  'bank_account.state.in_force': '사용 중',
  'bank_account.state.refused': '거절됨',
  'bank_account.state.replaced': '새 신청으로 대체됨',
  'bank_account.state.ended': '사용 종료',
  'bank_account.state.forgotten': '다시 신청 필요',
  'bank_account.about.entered': '{{at, date_time}}까지 확인해야 해요.',
  'bank_account.about.confirmed': '정산 서버에 연결되지 않으면 나중에 다시 보내요.',
  'bank_account.about.withdrawn': '{{at, date_time}}에 취소했어요.',
  'bank_account.about.expired': '기한 안에 확인한 점주가 없어요.',
  'bank_account.about.outdated':
    '보내기 전에 이 서버를 백업에서 복구했어요. 계속 바꾸려면 다시 등록해 주세요.',
  'bank_account.about.sent': '{{at, date_time}}에 정산 서버가 받았어요.',
  'bank_account.about.taken_over':
    '{{at, date_time}}에 정산 담당자가 등록했어요. 정산 쪽 다른 담당자의 확인이 남았어요.',
  'bank_account.about.in_force': '{{at, date_time}}부터 이 계좌로 입금돼요.',
  'bank_account.about.refused': '{{at, date_time}}에 거절됐어요.',
  'bank_account.about.refused_reason': '사유: {{reason}}',
  'bank_account.about.replaced': '{{at, date_time}}에 새 신청으로 대체됐어요.',
  'bank_account.about.ended': '{{at, date_time}}부터 이 계좌로는 입금되지 않아요.',
  'bank_account.about.forgotten':
    '정산 서버가 백업에서 복구되면서 이 신청이 사라졌어요. 계속 바꾸려면 다시 등록해 주세요.',
  'bank_account.entered_by': '등록: {{name}}, {{at, date_time}}',
  'bank_account.confirmed_by': '확인: {{name}}',
  'bank_account.own': '직접 등록한 계좌예요. 다른 점주가 확인해야 해요.',
  'bank_account.confirm': '확인',
  'bank_account.confirm_title': '이 계좌가 맞나요?',
  'bank_account.confirm_ask':
    '등록한 사람에게 직접 또는 전화로 확인해 주세요. 끝자리 {{last4}} 계좌로 입금해 달라고 정산 서버에 신청해요.',
  'bank_account.confirm_done': '확인했어요. 정산 서버로 보내고 있어요.',
  'bank_account.withdraw': '신청 취소',
  'bank_account.withdraw_title': '신청을 취소할까요?',
  'bank_account.withdraw_ask': '끝자리 {{last4}} 계좌를 정산 서버로 보내지 않아요.',
  'bank_account.withdraw_done': '신청을 취소했어요.',
  'bank_account.waits_title': '새 입금 계좌를 다른 점주가 확인해야 해요',
  'bank_account.waits':
    '{{name}} 님이 끝자리 {{last4}} 계좌({{currency}})를 등록했어요. 바꾸기로 한 적이 없다면 신청을 취소해 주세요.',
  'bank_account.waits_see': '살펴보기',
});
