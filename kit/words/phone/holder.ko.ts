import { join } from '../../format/join.ts';
import { korean } from '../../format/texts.ts';
import { holderEn } from './holder.en.ts';

/** 상품권을 가진 분께 전화로 들려 드리는 말. */
export const holderKo = korean(holderEn, {
  'voice.holder_this_phone':
    '지금 거신 번호, {{phone, spoken_phone}} 번의 상품권이면 일 번과 우물 정 자를 눌러 주세요.',
  'voice.holder_phone': '상품권을 받은 전화번호를 누르고 우물 정 자를 눌러 주세요.',
  'voice.holder_pin': '상품권 비밀번호를 누르고 우물 정 자를 눌러 주세요.',
  'voice.holder_pin_short': '비밀번호는 네 자리 이상이에요.',
  'voice.pin_or_phone_wrong': '전화번호나 비밀번호가 맞지 않아요.',
  'voice.certificate_frozen':
    '결제에 이의가 제기됐거나 상점에서 잠가서 지금은 쓸 수 없는 상품권이에요. 선물을 보내신 분이나 상점에 문의해 주세요.',
  'voice.certificate_expired': '유효기간이 끝난 상품권이에요.',
  'voice.certificate_expired_on':
    '{{expired_on, spoken_date}}까지 쓸 수 있던 상품권이에요. 유효기간이 끝났어요.',
  'voice.certificate_locked': '전화에서 비밀번호를 여러 번 틀렸어요. 잔액은 그대로예요.',
  'voice.too_often': '시도 횟수가 너무 많아요. 잠시 뒤에 다시 시도해 주세요.',
  'voice.balance':
    '{{shop_name, spoken_text}} 상품권, {{remaining, spoken_money}} 남았고 {{valid_until_at, spoken_date}}까지 쓰실 수 있어요.',
  'voice.no_balances': '지금 이 번호와 비밀번호로 쓰실 수 있는 상품권이 없어요.',
  'voice.holder_menu': join(
    '쓰실 수 있는 매장 안내는 일 번, 다른 번호로 양도하시려면 이 번, 비밀번호를 바꾸시려면 삼 번, 전화 수신 설정은 사 번을 눌러 주세요.',
    ' 잔액을 다시 들으시려면 오 번, 처음으로 돌아가시려면 별표를 누르고, 마치시려면 전화를 끊어 주세요.',
  ),

  'voice.code_sent': '이 번호로 받은 상품권이 있으면, 인증번호 여섯 자리를 문자로 보내 드렸어요.',
  'voice.code_call_coming': join(
    '이 번호로 받은 상품권이 있으면, 곧 그 번호로 전화해 인증번호를 불러 드려요.',
    ' 그 전화에서 바로 새 비밀번호를 정하실 수 있어요. 전화를 끊고 기다려 주세요. 안녕히 계세요.',
  ),
  'voice.unlock_code': '인증번호 여섯 자리를 눌러 주세요.',
  'voice.unlock_code_by_call':
    '문자를 받지 못하셨으면 일 번과 우물 정 자를 눌러 주세요. 전화해서 불러 드릴게요.',
  'voice.code_short': '인증번호는 여섯 자리예요.',
  'voice.code_wrong': '인증번호가 틀리거나 만료됐어요.',
  'voice.new_pin': '새 비밀번호를 숫자 여섯 자리로 정해 눌러 주세요.',
  'voice.unlocked': '이제 새 비밀번호를 쓰시면 돼요. 비밀번호는 아무에게도 알려 주지 마세요.',
  'voice.new_pin_now': '지금 이 통화에서 새 비밀번호를 정하시려면 일 번을 눌러 주세요.',
  'voice.take_now': '지금 이 통화에서 상품권을 받으시려면 일 번을 눌러 주세요.',
  'voice.taken': '상품권을 받으셨어요.',
  'voice.take_unknown_name': join(
    '상점에 알려 드릴 이름을 확인하지 못했어요.',
    ' 인증번호는 그대로 쓰실 수 있으니, 매장이나 홈페이지에서 받아 주세요. 안녕히 계세요.',
  ),
  'voice.take_gone': '이 상품권은 이제 받으실 수 없어요. 따로 하실 일은 없어요. 안녕히 계세요.',

  'voice.which_to_hand_over': '양도하실 상품권을 골라 주세요.',
  'voice.hand_over_choice':
    '{{remaining, spoken_money}} 남았고 {{valid_until_at, spoken_date}}까지인 상품권, {{key, spoken_digits}} 번.',
  'voice.hand_over_phone': '받으실 분의 전화번호를 지역번호까지 누르고 우물 정 자를 눌러 주세요.',
  'voice.hand_over_sure': join(
    '{{phone, spoken_phone}} 번으로 {{shop_name, spoken_text}} 상품권 {{remaining, spoken_money, josa:을/를}} 양도해요.',
    ' 그 번호로 인증번호를 알려 드리고, 받으시면 잔액을 모두 그분이 쓰시게 돼요.',
    ' 양도하시려면 일 번, 번호를 고치시려면 이 번, 그만두시려면 별표를 눌러 주세요.',
  ),
  'voice.hand_over_code_sent':
    '다른 사람이 양도할 수 없도록 상품권 번호의 휴대전화로 인증번호 여섯 자리를 보냈어요.',
  'voice.hand_over_call_coming': join(
    '다른 사람이 양도할 수 없도록 곧 상품권 번호로 전화해 인증번호를 불러 드려요.',
    ' 그 전화에서 바로 양도하실 수 있어요. 전화를 끊고 기다려 주세요. 안녕히 계세요.',
  ),
  'voice.hand_over_now': '지금 이 통화에서 양도하시려면 일 번을 눌러 주세요.',
  'voice.hand_over_called': join(
    '그 번호로 전화해 인증번호를 알려 드릴게요. {{until_at, spoken_date_time}}까지 받으실 수 있어요.',
    ' 그분이 받으시기 전까지는 계속 쓰실 수 있어요.',
  ),
  'voice.hand_over_texted': join(
    '그 번호로 인증번호를 문자로 보냈어요. {{until_at, spoken_date_time}}까지 받으실 수 있어요.',
    ' 그분이 받으시기 전까지는 계속 쓰실 수 있어요.',
  ),
  'voice.hand_over_not_allowed':
    '본인 번호이거나, 잔액이 없거나, 지금 매장에서 쓰고 있는 상품권은 양도하실 수 없어요.',
  'voice.hand_over_gone': '지금 쓰실 수 없는 상품권이라 양도하실 수 없어요.',

  'voice.where_to_use':
    '모든 {{shop_name, spoken_text}} 매장과 온라인몰에서 전화번호 {{phone, spoken_phone}} 번과 비밀번호를 누르시면 돼요.',
  'voice.which_district': '매장을 찾으실 지역을 골라 주세요.',
  'voice.other_district': '그 밖의 지역, {{key, spoken_digits}} 번.',
  'voice.all_stores': '모든 매장, {{key, spoken_digits}} 번.',
  'voice.no_stores': '안내해 드릴 매장을 찾지 못했어요.',
  'voice.store': '{{name, spoken_text}}.',
  'voice.store_address': '주소는 {{address, spoken_text}}.',
  'voice.store_hours': '영업시간은 {{hours, spoken_hours}}.',
  'voice.store_phone': '전화번호는 {{phone, spoken_phone}}.',
  'voice.stores_end': '다른 일을 하시려면 일 번, 돌아가시려면 별표를 누르고, 마치시려면 전화를 끊어 주세요.',

  'voice.calls_all': join(
    '지금은 이 번호로 모든 소식을 전화해 드리고 있어요.',
    ' 선물을 쓸 때 드리는 전화를 그만 받으시려면 일 번, 전화를 모두 그만 받으시려면 이 번, 돌아가시려면 별표를 눌러 주세요.',
  ),
  'voice.calls_no_uses': join(
    '지금은 선물을 쓴 소식만 빼고 이 번호로 전화해 드리고 있어요.',
    ' 쓴 소식도 다시 받으시려면 일 번, 전화를 모두 그만 받으시려면 이 번, 돌아가시려면 별표를 눌러 주세요.',
  ),
  'voice.calls_none': join(
    '지금은 인증번호와 직접 요청하신 전화 말고는 이 번호로 전화하지 않아요.',
    ' 전화를 다시 받으시려면 일 번, 선물을 쓴 소식만 빼고 받으시려면 이 번, 돌아가시려면 별표를 눌러 주세요.',
  ),
  'voice.calls_now_all': '이제 이 번호로 모든 소식을 전화해 드릴게요.',
  'voice.calls_now_no_uses': '이제 선물을 쓴 소식만 빼고 전화해 드릴게요.',
  'voice.calls_now_none': '이제 인증번호와 직접 요청하신 전화 말고는 전화하지 않을게요.',
});
