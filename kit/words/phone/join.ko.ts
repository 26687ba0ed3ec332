import { join } from '../../format/join.ts';
import { korean } from '../../format/texts.ts';
import { joinEn } from './join.en.ts';

/** 전화로 가입하거나 전화 비밀번호를 새로 정할 때 들려 드리는 말. */
export const joinKo = korean(joinEn, {
  'voice.account_this_phone':
    '지금 거신 번호, {{phone, spoken_phone}} 번이면 일 번과 우물 정 자를 눌러 주세요.',
  'voice.account_phone':
    '회원으로 쓰실 전화번호를 지역번호까지 누르고 우물 정 자를 눌러 주세요. 그 번호로 전화해 드릴게요.',
  'voice.account_call_back': '곧 그 번호로 전화드릴게요. 전화를 끊고 기다려 주세요. 안녕히 계세요.',
  'voice.already_logged_in': '이미 회원이시고, 로그인하셨어요.',

  'voice.account_greeting': join(
    '안녕하세요, 선물이에요. 회원 가입이나 전화 비밀번호 때문에 전화를 부탁하셔서 걸었어요.',
    ' 계속하시려면 일 번을 눌러 주세요. 부탁하신 적이 없으면 전화를 끊으셔도 돼요. 바뀌는 것은 없어요.',
  ),
  'voice.account_name': join(
    '{{phone, spoken_phone}} 번을 쓰시는 분의 이름을 확인해 주세요. {{name, spoken_name}}.',
    ' 본인이시면 일 번, 아니면 이 번, 다시 들으시려면 우물 정 자를 눌러 주세요.',
  ),
  'voice.agree': '가입하시려면 다음에 동의해 주셔야 해요.',
  'voice.agree_terms': '이용약관, 버전 {{version, spoken_digits}}.',
  'voice.agree_privacy': '개인정보 처리방침, 버전 {{version, spoken_digits}}.',
  'voice.agree_choice':
    '전체 내용은 홈페이지에서 보실 수 있어요. 동의하시면 일 번, 동의하지 않으시면 이 번, 다시 들으시려면 우물 정 자를 눌러 주세요.',
  'voice.not_agreed': '동의하지 않으시면 가입하실 수 없어요. 저장된 정보는 없어요. 안녕히 계세요.',
  'voice.account_unknown': '이 번호를 쓰시는 분의 이름을 찾지 못했어요.',
  'voice.account_recycled':
    '이 번호는 주인이 바뀌었어요. 안전을 위해 전화로는 도와드릴 수 없으니 가까운 매장의 직원에게 말씀해 주세요. 안녕히 계세요.',
  'voice.account_unproven':
    '지금은 이 번호를 확인하지 못했어요. 바뀐 것은 없으니 잠시 뒤에 다시 전화해 주세요. 안녕히 계세요.',
  'voice.join_elsewhere':
    '홈페이지에서 가입하시거나, 저희 직원에게 신분증을 보여 주시면 그 이름으로 가입을 도와드려요. 저장된 정보는 없어요.',
  'voice.join_by_agent': '지금 상담원과 통화하시려면 영 번을 누르고, 마치시려면 전화를 끊어 주세요.',
  'voice.join_pin': join(
    '전화로 선물을 보내실 때 쓸 전화 비밀번호를 숫자 여섯 자리로 정해 눌러 주세요.',
    ' 전화번호의 일부나 일이삼사오육 같은 번호는 쓸 수 없어요.',
  ),
  'voice.new_phone_pin': '새 전화 비밀번호를 숫자 여섯 자리로 정해 눌러 주세요.',
  'voice.joined': '반가워요, 가입하셨어요. 회원번호 열 자리를 불러 드릴게요.',
  'voice.member_number_is': '{{member_number, spoken_digits}}.',
  'voice.keep_member_number': join(
    '종이에 적어서 잘 보관해 주세요. 전화하실 때 회원번호와 전화 비밀번호를 함께 눌러 주시면 돼요.',
    ' 다른 사람에게는 알려 주지 마세요.',
  ),
  'voice.joined_choice':
    '다시 들으시려면 우물 정 자, 지금 선물을 보내거나 카드를 등록하시려면 일 번을 누르고, 마치시려면 전화를 끊어 주세요.',
  'voice.known_member':
    '이미 가입하신 번호예요. 전화 비밀번호를 새로 정하시려면 일 번, 회원번호를 들으시려면 이 번을 눌러 주세요.',
  'voice.own_number':
    '회원번호 열 자리를 눌러 주세요. 기억나지 않으시면 일 번과 우물 정 자를 누르세요. 회원번호를 알려 드릴게요.',
  'voice.own_number_wrong': '이 전화번호의 회원번호가 아니에요.',
  'voice.your_number': '회원번호를 불러 드릴게요.',
  'voice.number_told_choice':
    '다시 들으시려면 우물 정 자, 전화 비밀번호를 새로 정하시려면 일 번을 누르고, 마치시려면 전화를 끊어 주세요.',
  'voice.mail_code':
    '가입하신 이메일로 인증번호를 보내 드렸어요. 숫자 여섯 자리를 눌러 주세요. 다시 들으시려면 우물 정 자를 눌러 주세요.',
  'voice.mail_code_wrong': '보내 드린 인증번호와 달라요.',
  'voice.phone_pin_chosen': '이제 새 전화 비밀번호를 쓰시면 돼요. 아무에게도 알려 주지 마세요.',
});
