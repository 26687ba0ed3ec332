import { join } from '../../format/join.ts';
import { korean } from '../../format/texts.ts';
import { voiceEn } from './voice.en.ts';

/** 전화로 들려 드리는 말. 누르는 숫자와 금액, 번호, 날짜는 귀로 듣기 좋게 적어요. */
export const voiceKo = korean(voiceEn, {
  'voice.choose_language': '안녕하세요, 선물이에요. 한국어는 일 번을 눌러 주세요.',
  'voice.change_language': '한국어는 팔 번을 눌러 주세요.',
  'voice.welcome': '전화번호로 마음을 전하는 선물이에요.',
  'voice.menu': join(
    '선물을 보내시려면 일 번, 받으실 선물이 있으면 이 번, 잔액 조회는 삼 번, 보내신 선물 확인은 사 번, 비밀번호를 잊으셨으면 오 번, 가입하시려면 육 번을 눌러 주세요.',
    ' 이용 방법은 구 번, 상담원 연결은 영 번, 다시 들으시려면 우물 정 자를 눌러 주세요.',
  ),
  'voice.help': join(
    '안내가 끝나기 전에 눌러도 괜찮아요. 번호를 다 누른 뒤에는 우물 정 자를 눌러 주세요. 우물 정 자만 누르면 다시 들려 드려요.',
    ' 별표를 누르면 이전으로 돌아가고, 번호를 누르던 중에 별표를 누르면 그 번호를 처음부터 다시 누를 수 있어요. 저희는 이미 정하신 비밀번호를 전화로 여쭤보지 않아요.',
  ),
  'voice.goodbye': '이용해 주셔서 고맙습니다. 안녕히 계세요.',
  'voice.nothing_heard': '누르신 번호가 없어요.',
  'voice.not_understood': '잘못 누르셨어요.',
  'voice.not_offered': '안내해 드린 번호가 아니에요.',
  'voice.from_the_start': '이 번호를 처음부터 다시 눌러 주세요.',
  'voice.too_many_tries': '입력을 확인하지 못해 통화를 마칠게요. 언제든 다시 전화해 주세요. 고맙습니다.',
  'voice.sorry_interrupted': '죄송해요, 잠시 끊겼어요. 이어서 안내해 드릴게요.',
  'voice.sorry_lost':
    '죄송해요, 저희 쪽에 문제가 생겼어요. 바뀐 것은 없으니 다시 전화해 주세요. 안녕히 계세요.',
  'voice.try_later': '지금은 처리하지 못했어요. 바뀐 것은 없으니 잠시 뒤에 다시 시도해 주세요.',
  'voice.connecting': '상담원에게 연결해 드릴게요. 잠시만 기다려 주세요.',
  'voice.no_operator':
    '지금은 상담원에게 연결할 수 없어요. 번호를 눌러 이용하시거나 나중에 다시 전화해 주세요.',
  'voice.choice': '{{what, spoken_text}}, {{key, spoken_digits}} 번.',
  'voice.read_on': '더 들으시려면 {{key, spoken_digits}} 번.',
  'voice.anything_else': '다른 일을 하시려면 일 번을 누르고, 마치시려면 전화를 끊어 주세요.',
  'voice.back_to_menu': '처음으로 돌아가시려면 별표를 누르고, 마치시려면 전화를 끊어 주세요.',
  'voice.hang_up_now': '안내가 끝났어요. 전화를 끊으셔도 돼요. 다시 들으시려면 우물 정 자를 눌러 주세요.',

  'voice.member_number': '회원번호 열 자리를 눌러 주세요.',
  'voice.member_number_wrong': '회원번호가 맞지 않아요. 번호를 확인해 주세요.',
  'voice.phone_pin': '전화 비밀번호 여섯 자리를 눌러 주세요.',
  'voice.phone_pin_short': '전화 비밀번호는 여섯 자리예요.',
  'voice.credentials_wrong': '회원번호나 전화 비밀번호가 맞지 않아요.',
  'voice.log_in_locked':
    '여러 번 틀려서 지금은 로그인할 수 없어요. 십오 분 뒤에 가입하신 전화로 다시 걸어 주세요. 비밀번호를 잊으셨으면, 다시 전화해서 오 번을 눌러 주세요. 안녕히 계세요.',
  'voice.logged_in': '확인했어요. 회원님 이름은 {{name, spoken_name}}.',
  'voice.no_shops': '지금 선택할 수 있는 상점이 없어요.',

  'voice.which_shop': '상점을 골라 주세요.',
  'voice.amount':
    '{{shop_name, spoken_text}} 상품권이에요. 금액을 원 단위로 누르고 우물 정 자를 눌러 주세요. 아래 금액은 번호 하나와 우물 정 자로 고르실 수 있어요.',
  'voice.amount_choice': '{{amount, spoken_money}}, {{key, spoken_digits}} 번.',
  'voice.amount_out_of_range': '금액은 {{min, spoken_money}}부터 {{max, spoken_money}}까지 정하실 수 있어요.',
  'voice.which_method': '{{amount, spoken_money}}. 결제하실 카드를 골라 주세요.',
  'voice.method_choice':
    '{{brand, card_brand}} 카드, 끝자리 {{last4, spoken_digits}}, {{key, spoken_digits}} 번.',
  'voice.paying': '카드사에 확인하고 있어요. 잠시만 기다려 주세요.',
  'voice.authorised': '승인됐어요. 받는 분 이름을 확인하시기 전에는 결제되지 않아요.',
  'voice.declined': '승인이 거절됐어요. 결제되지 않았어요.',
  'voice.card_not_taken_here': '이 상점에서는 쓸 수 없는 카드예요. 결제되지 않았어요.',
  'voice.not_by_phone':
    '이 카드는 전화로 승인받지 못했어요. 결제되지 않았어요. 다른 카드를 고르시거나 홈페이지를 이용해 주세요.',
  'voice.recipient': '받는 분의 전화번호를 지역번호까지 누르고 우물 정 자를 눌러 주세요.',
  'voice.phone_wrong': '전화번호가 맞지 않아요.',
  'voice.name_not_known_abroad':
    '그 나라 번호로는 이름을 조회할 수 없어요. 웹사이트에서 선물하시거나 다른 번호를 입력해 주세요.',
  'voice.recipient_unknown': '이 번호를 쓰는 분을 찾지 못했어요. 번호를 확인해 주세요.',
  'voice.name_unavailable': '지금은 이름을 확인하지 못했어요.',
  'voice.read_back_limit': '오늘은 이름을 더 확인해 드릴 수 없어요. 결제되지 않았어요.',
  'voice.order_over': '이 주문은 끝났고 결제되지 않았어요. 처음부터 다시 해 주세요.',
  'voice.read_back': '{{phone, spoken_phone}} 번의 이름을 확인해 주세요. {{name, spoken_name}}.',
  'voice.recycled': '최근 석 달 사이에 주인이 바뀐 번호예요. 한 번 더 확인해 주세요.',
  'voice.read_back_choice':
    '이분께 {{shop_name, spoken_text}} {{amount, spoken_money}}을 보내시려면 일 번, 번호를 고치시려면 이 번, 취소하시려면 삼 번, 다시 들으시려면 우물 정 자를 눌러 주세요.',
  'voice.recipient_changed': '다른 곳에서 받는 번호가 바뀌어 확정하지 못했어요.',
  'voice.on_the_way': '주문을 받았어요. 확인이 끝나는 대로 알려 드릴게요.',
  'voice.given_up': '주문을 취소했어요. 결제되지 않았어요.',
  'voice.not_captured': '결제에 실패했어요. 결제된 금액은 없어요.',
  'voice.bought': join(
    '완료됐어요.',
    ' {{shop_name, spoken_text}} {{amount, spoken_money}}을 {{phone, spoken_phone}} 번으로 보내 드려요.',
    ' 받으시면 알려 드릴게요. 거절하시거나 기한까지 답이 없으면 환불해 드려요.',
  ),

  'voice.no_gifts': '아직 보내신 선물이 없어요.',
  'voice.no_more_gifts': '더 오래된 선물은 없어요.',
  'voice.older_gifts': '더 오래된 선물은 일 번을 눌러 주세요.',
  'voice.gift_sent':
    '{{shop_name, spoken_text}} {{amount, spoken_money}}. 받는 분 이름은 {{name, spoken_name}}.',
  'voice.gift_state': '상태는 {{state, spoken_text}}.',
  'voice.gift_state_left': '상태는 {{state, spoken_text}}, 잔액은 {{left, spoken_money}}.',

  'voice.receive_this_phone':
    '지금 거신 번호, {{phone, spoken_phone}} 번으로 온 선물이면 일 번과 우물 정 자를 눌러 주세요.',
  'voice.receive_phone': '선물을 받을 전화번호를 누르고 우물 정 자를 눌러 주세요. 그 번호로 전화해 드릴게요.',
  'voice.call_back':
    '그 번호로 온 선물이 있으면 곧 전화벨이 울려요. 전화를 끊고 기다려 주세요. 안녕히 계세요.',
  'voice.call_back_limit': '오늘은 그 번호로 더 전화해 드릴 수 없어요. 내일 다시 시도해 주세요.',
  'voice.offer': join(
    '안녕하세요, 선물이에요. {{sender_name, spoken_text}} 님이',
    ' {{shop_name, spoken_text}} 상품권 {{amount, spoken_money}}을 보내셨어요.',
  ),
  'voice.offer_for': '{{name, spoken_name}} 님 앞으로 온 선물이에요. 본인이 아니시면 거절해 주세요.',
  'voice.offer_message': '함께 보내신 메시지예요. {{message, spoken_text}}.',
  'voice.offer_choice': join(
    '받으시려면 일 번, 거절하시려면 이 번, 나중에 정하시려면 삼 번을 눌러 주세요.',
    ' {{answer_by_at, spoken_date_time}}까지 받으실 수 있어요. 다시 들으시려면 우물 정 자를 눌러 주세요.',
  ),
  'voice.offer_stop_calls': '이런 전화를 원하지 않으시면 구 번을 눌러 주세요.',
  'voice.offer_start_calls': '앞으로 다시 전화를 받으시려면 구 번을 눌러 주세요.',
  'voice.calls_started': '앞으로 선물이나 소식이 있으면 이 번호로 다시 전화드릴게요.',
  'voice.later': '나중에 다시 전화드릴게요. 안녕히 계세요.',
  'voice.calls_stopped': '이 번호로는 더 전화드리지 않을게요. 안녕히 계세요.',
  'voice.pin':
    '매장에서 쓸 비밀번호를 숫자 여섯 자리로 정해 눌러 주세요. 전화번호의 일부나 일이삼사오육 같은 번호는 쓸 수 없어요.',
  'voice.pin_again': '같은 여섯 자리를 한 번 더 눌러 주세요.',
  'voice.pin_differs': '비밀번호가 서로 달라요.',
  'voice.acceptance_pending':
    '답을 받았어요. 상점의 확인을 기다리고 있으니 비밀번호를 기억해 주세요. 확인되는 대로 알려 드릴게요. 안녕히 계세요.',
  'voice.received': '{{shop_name, spoken_text}} 상품권 {{amount, spoken_money}}을 받으셨어요.',
  'voice.where_and_until': join(
    '모든 {{shop_name, spoken_text}} 매장과 온라인몰에서 전화번호 {{phone, spoken_phone}} 번과 비밀번호를 누르시면 돼요.',
    ' {{valid_until_at, spoken_date}}까지 쓰실 수 있어요. 비밀번호는 아무에게도 알려 주지 마세요.',
  ),
  'voice.next_offer': '받으실 선물이 또 있어요. 들으시려면 일 번을 눌러 주세요.',
  'voice.refuse_sure':
    '정말 거절하시겠어요? 보낸 분께 환불돼요. 거절하시려면 이 번, 돌아가시려면 별표를 눌러 주세요.',
  'voice.gift_refused': '선물을 거절하셨어요. {{sender_name, spoken_text}} 님께 환불해 드려요.',
  'voice.voicemail': '안녕하세요, 선물이에요. 이 번호로 온 선물이 있어요. 다시 전화드릴게요. 고맙습니다.',
  'voice.already_accepted': '이미 받으신 선물이에요. 안녕히 계세요.',
  'voice.already_refused': '이미 거절하신 선물이라 보낸 분께 환불돼요. 안녕히 계세요.',
  'voice.offer_over': '선물을 받을 수 있는 기한이 지나 보낸 분께 환불돼요. 안녕히 계세요.',
  'voice.offer_frozen':
    '결제에 이의가 제기되어 지금은 받으실 수 없는 선물이에요. 보내신 분께 문의해 주세요. 안녕히 계세요.',
  'voice.offer_gone': '전화드린 선물은 이제 받으실 수 없어요. 따로 하실 일은 없어요. 안녕히 계세요.',
  'voice.sim_changed':
    '이 번호의 유심이 최근에 바뀌었어요. 소중한 돈을 지키기 위해 며칠 뒤에 다시 시도하시거나 상점에 문의해 주세요. 바뀐 것은 없어요. 안녕히 계세요.',
  'voice.number_recycled':
    '통신사에서 이 번호의 주인이 바뀌었다고 해요. 보내신 분이나 상점에 문의해 주세요. 안녕히 계세요.',
  'voice.number_not_checked':
    '지금은 통신사에서 이 번호를 확인하지 못했어요. 바뀐 것은 없으니 나중에 다시 시도해 주세요. 안녕히 계세요.',
  'voice.not_now': '지금은 처리하지 못했어요. 선물은 그대로 있으니 다시 전화드릴게요. 안녕히 계세요.',

  'voice.forgotten':
    '상품권 비밀번호를 잊으셨으면 일 번, 전화 비밀번호를 잊으셨으면 이 번, 돌아가시려면 별표를 눌러 주세요.',

  'voice.news_greeting_one': '안녕하세요, 선물이에요. 전해 드릴 선물 소식이 한 가지 있어요.',
  'voice.news_greeting': '안녕하세요, 선물이에요. 전해 드릴 선물 소식이 {{count, spoken_count}} 가지 있어요.',
  'voice.news_next': '다음 소식이에요.',
  'voice.news_choice': join(
    '다시 들으시려면 일 번, 선물을 보내거나 다른 선물을 확인하시려면 이 번을 눌러 주세요.',
    ' 선물을 쓸 때마다 드리는 전화를 원하지 않으시면 구 번을 눌러 주세요. 다 들으셨으면 전화를 끊으셔도 돼요.',
  ),
  'voice.news_uses_stopped':
    '앞으로 선물을 쓰셨다는 소식은 전화로 알려 드리지 않을게요. 다른 소식은 계속 전화드릴게요.',
  'voice.news_none': '더 전해 드릴 소식은 없어요.',
  'voice.news_voicemail':
    '안녕하세요, 선물이에요. 선물 소식이 있어서 전화드렸어요. 다시 전화드릴게요. 고맙습니다.',

  'voice.code_greeting': '안녕하세요, 선물이에요.',
  'voice.code_twice': '인증번호를 한 자리씩 두 번 불러 드릴게요.',
  'voice.code_digits': '{{digits, spoken_digits}}.',
  'voice.code_once_more': '다시 한번 불러 드릴게요.',
  'voice.code_repeat': '다시 들으시려면 우물 정 자를 눌러 주세요.',
  'voice.code_secret': '인증번호는 아무에게도 알려 주지 마세요.',
  'voice.code_expired': '인증번호가 만료됐어요. 필요하시면 다시 요청해 주세요.',
});
