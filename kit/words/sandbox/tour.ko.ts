import { korean } from '../../format/texts.ts';
import { phonesTourEn } from './tour.en.ts';

/** 처음부터 끝까지 해 보는 길. 버튼 이름은 그 화면에 적힌 그대로예요. */
export const phonesTourKo = korean(phonesTourEn, {
  'tour.title': '5분 둘러보기',
  'tour.intro': '선물을 사서 매장에서 쓰기까지, 브라우저 하나로 모두 체험해 보세요.',
  'tour.progress': '{{steps}}단계 중 {{done}}단계',
  'tour.start': '5분 둘러보기 시작',
  'tour.go_on': '이어서 둘러보기',
  'tour.again': '처음부터 다시',
  'tour.is_done': '완료:',
  'tour.did': '완료',
  'tour.not_yet': '아직 안 했어요',
  'tour.by_itself': '문자가 오면 자동으로 완료돼요.',
  'tour.seen': '문자가 왔어요.',
  'tour.later': '다음 단계를 마치면 자동으로 완료돼요.',
  'tour.when_done': '하고 나면 몇 초 뒤 자동으로 완료돼요.',
  'tour.counted': '서버에서 확인했어요.',
  'tour.next': '{{steps}}단계 중 {{step}}단계: {{title}}',
  'tour.track': '무엇을 둘러볼까요?',
  'tour.track_gift': '선물하고 쓰기',
  'tour.track_operator': '운영하기',
  'tour.operator_intro': '브랜드를 추가하고, 멈춘 주문의 이유를 찾고, 상점에 정산해 보세요.',
  'tour.operator_log_in': '운영 화면에 로그인하기',
  'tour.operator_log_in_what': '운영 화면을 열고 로그인해 주세요.',
  'tour.operator_brand': '브랜드 추가하기',
  'tour.operator_brand_what': '양식을 채우고 저장해 보세요. 이름, 금액, 약관이 구매자에게 그대로 보여요.',
  'tour.operator_stuck': '멈춘 주문 보기',
  'tour.operator_stuck_what':
    '구매자가 되어 이 카드로 결제해 보세요. 카드사가 응답하지 않는 카드예요. 그다음 멈춘 주문을 열어 보세요. 몇 분 뒤 이유와 함께 나타나요.',
  'tour.operator_story': '선물 하나 따라가기',
  'tour.operator_story_what':
    '받는 분의 전화번호 등으로 선물을 찾아 열어 보세요. 서버마다 어떤 일이 있었는지 모두 볼 수 있어요.',
  'tour.operator_payout': '상점에 정산하기',
  'tour.operator_payout_what':
    '상점에서 쓰인 금액을 정산해 보세요. 정산할 금액이 있도록 먼저 상품권을 한 번 써 주세요.',
  'tour.operator_finished_what':
    '브랜드를 추가하고, 멈춘 주문을 찾고, 상점에 정산했어요. 실패한 작업, 한도, 감사 기록도 운영 화면에서 볼 수 있어요.',
  'tour.open_buyer': '선물하는 화면 열기',
  'tour.open_phone': '{{name}} 님의 전화 보기',
  'tour.open_terminal': '단말기 열기',
  'tour.open_console': '운영 화면 열기',
  'tour.log_in': '{{name}} 님으로 로그인하기',
  'tour.log_in_what': '선물하는 화면을 열고 로그인해 주세요.',
  'tour.give': '선물 고르기',
  'tour.give_what': '상점, 금액, 축하 카드, 메시지를 고르고 결제 화면까지 가 보세요.',
  'tour.card': '카드 등록하기',
  'tour.card_what':
    '결제사 화면이 열려요. 카드 정보는 저희에게 전달되지 않아요. 유효기간은 미래의 아무 날짜, 보안 코드는 아무 숫자나 괜찮아요. 받는 분의 이름을 확인하기 전에는 결제되지 않아요.',
  'tour.recipient': '받는 분 확인하기',
  'tour.recipient_what': '번호를 입력하면 주인의 이름을 가려서 보여 드려요. 맞으면 보내 주세요.',
  'tour.text': '{{name}} 님께 문자가 와요',
  'tour.text_what': '받는 분의 전화를 확인해 보세요.',
  'tour.accept': '선물 받기',
  'tour.accept_what':
    '문자의 링크를 열어 선물을 받고 비밀번호 여섯 자리를 정해 주세요. 링크 대신 1을 답장하고 비밀번호를 두 번 보내도 돼요.',
  'tour.enrol': '단말기 등록하기',
  'tour.enrol_what':
    '단말기를 열고 등록 코드를 눌러 주세요. 코드는 한 번만 쓸 수 있어요. 둘 다 썼다면 상점 관리에서 새로 만들어 주세요.',
  'tour.receive': '상품권 찾기',
  'tour.receive_what': '받는 분이 되어 단말기에 전화번호와 비밀번호를 누르고, 종이나 화면으로 받아 보세요.',
  'tour.redeem': '상품권으로 결제하기',
  'tour.redeem_what':
    '직원이 되어 단말기의 직원 화면에 직원 번호로 로그인하고 금액을 입력해 주세요. 그다음 받는 분이 되어 전화번호와 비밀번호를 눌러 주세요.',
  'tour.heard': '{{name}} 님께 문자가 와요',
  'tour.heard_what':
    '선물한 분의 전화를 확인해 보세요. 어디에서 얼마를 썼고 잔액이 얼마인지 문자로 알려 드려요.',
  'tour.finished': '모두 체험했어요',
  'tour.finished_what':
    '이번에는 선물을 거절하거나 전화를 꺼 보세요. 운영 화면에서는 이 선물의 진행 상황을 서버별로 한 단계씩 볼 수 있어요.',
  'tour.email': '이메일',
  'tour.password': '비밀번호',
  'tour.clerk_number': '직원 번호',
  'tour.clerk_pin': '직원 비밀번호',
  'tour.card_number': '카드번호',
  'tour.phone': '전화번호',
  'tour.code': '등록 코드',
  'tour.login': '아이디',
  'tour.copy': '{{label}} 복사',
  'tour.copied': '복사했어요',
});
