import type { ProblemCode } from '../../http/statuses.ts';

/** 오류 안내의 제목과 설명: one line a code, as in `problems.en.ts`. */
export const problemsKo = {
  // The request itself
  validation_failed: [
    '잘못된 요청',
    '빠졌거나 알 수 없거나 형식이 잘못된 항목이 있어요. errors를 확인해 주세요.',
  ],
  body_not_json: ['JSON 형식이 아님', '본문을 JSON(RFC 8259)으로 보내 주세요.'],
  json_member_repeated: [
    '중복된 항목',
    '한 객체에 같은 항목이 서로 다른 값으로 두 번 있어요. 한 번만 보내 주세요.',
  ],
  encoding_invalid: [
    '잘못된 문자 인코딩',
    '글자는 UTF-8로 보내 주세요. NUL 문자와 짝이 없는 서로게이트는 쓸 수 없어요.',
  ],
  body_too_large: ['본문이 너무 큼', '본문이 허용된 크기를 넘었어요. 줄여서 다시 보내 주세요.'],
  unsupported_media_type: ['지원하지 않는 콘텐츠 형식', '이 주소가 받는 콘텐츠 형식으로 본문을 보내 주세요.'],
  not_found: ['찾을 수 없음', '이 주소에는 아무것도 없어요. 주소를 확인해 주세요.'],
  method_not_allowed: ['허용되지 않는 메서드', '이 주소에서는 쓸 수 없는 메서드예요.'],
  rate_limited: ['요청이 너무 많음', '잠시 기다린 뒤 다시 시도해 주세요.'],
  internal_error: [
    '문제가 생겼어요',
    '저희 쪽 문제예요. 다시 시도해 주세요. 계속되면 trace_id를 알려 주세요.',
  ],
  restoring: [
    '복구 중',
    '서버를 백업에서 복구하고 그 뒤의 기록을 가져오고 있어요. 아무것도 처리되지 않았어요. 잠시 후 다시 시도해 주세요.',
  ],
  service_unavailable: [
    '지금은 이용할 수 없음',
    '이용자가 많거나 서비스를 시작하는 중이에요. 잠시 뒤 다시 시도해 주세요.',
  ],
  // Idempotency
  idempotency_key_missing: ['Idempotency-Key 없음', '변경 요청에는 Idempotency-Key 헤더가 필요해요.'],
  idempotency_key_invalid: ['잘못된 Idempotency-Key', 'UUID처럼 1~255자의 ASCII 문자를 써 주세요.'],
  idempotency_key_reused: ['이미 쓴 Idempotency-Key', '다른 요청에 쓴 키예요. 새 키를 써 주세요.'],
  request_in_progress: ['처리 중인 요청', '같은 요청을 처리하고 있어요. 잠시 뒤 다시 시도해 주세요.'],
  // Who asks
  unauthenticated: ['로그인 필요', '먼저 로그인해 주세요.'],
  session_expired: ['로그인 만료', '다시 로그인해 주세요.'],
  credentials_wrong: [
    '로그인 실패',
    '회원번호나 이메일, 비밀번호가 맞지 않아요. 확인하고 다시 시도해 주세요.',
  ],
  second_factor_wrong: ['코드 불일치', '코드가 틀렸거나 이미 쓴 코드예요. 다음 코드를 기다려 주세요.'],
  second_factor_required: [
    '2단계 인증 필요',
    '코드나 패스키로 로그인을 마치거나, 먼저 2단계 인증을 등록해 주세요.',
  ],
  passkey_wrong: [
    '패스키 로그인 실패',
    '이 패스키로는 로그인할 수 없어요. 다시 시도하거나 비밀번호로 로그인해 주세요.',
  ],
  terminal_permit_invalid: [
    '확인되지 않은 단말기',
    '단말기를 확인하지 못했어요. 단말기에서 다시 시도해 주세요.',
  ],
  proof_required: ['본인 확인 필요', '비밀번호나 패스키로 본인인지 먼저 확인해 주세요.'],
  forbidden: ['권한 없음', '이 작업을 할 권한이 없어요.'],
  // Between servers
  signature_missing: ['서명 없음', '요청에 HTTP 메시지 서명(RFC 9421)을 해 주세요.'],
  signature_invalid: [
    '잘못된 서명',
    '서명이 요청과 맞지 않거나, 알 수 없거나 유효하지 않은 키로 서명했어요.',
  ],
  signature_stale: ['만료된 서명', '서명한 시각이 너무 오래됐거나 미래예요. 시계를 확인해 주세요.'],
  signature_replayed: ['재사용된 서명', '같은 nonce의 요청을 이미 받았어요.'],
  content_digest_mismatch: ['변경된 본문', '본문이 Content-Digest(RFC 9530)와 맞지 않아요.'],
  caller_not_permitted: ['허용되지 않은 호출자', '이 서버는 이 요청을 받지 않아요.'],
  notice_out_of_order: ['순서가 어긋난 통지', '앞선 통지 묶음이 아직 오지 않았어요.'],
  batch_number_reused: [
    '이미 쓴 묶음 번호',
    '이 번호로 내용이 다른 통지 묶음을 이미 받았어요. 이번 묶음은 받지 않았어요.',
  ],
  epoch_passed: [
    '이전 데이터에서 보낸 통지',
    '백업에서 복구된 서버가 그 뒤에 보낸 통지를 모르는 채로 보냈어요. 이번 묶음은 받지 않았어요.',
  ],
  // What was said
  name_invalid: ['잘못된 이름', '이름만 입력해 주세요. 링크, 전화번호, 줄바꿈은 쓸 수 없어요.'],
  message_invalid: ['보낼 수 없는 메시지', '200자 이내의 글자로 입력해 주세요.'],
  message_has_link: [
    '링크 사용 불가',
    '메시지에는 링크나 이메일 주소를 쓸 수 없어요. 지우고 다시 보내 주세요.',
  ],
  amount_invalid: ['알 수 없는 금액', '50,000처럼 금액을 입력해 주세요.'],
  date_invalid: ['잘못된 날짜', '2027-01-31처럼 연도부터 입력해 주세요.'],
  code_not_digits: ['잘못된 인증번호', '인증번호 숫자 6자리를 입력해 주세요.'],
  member_number_invalid: ['잘못된 회원번호', '회원번호 10자리를 다시 확인해 주세요.'],
  certificate_number_invalid: ['잘못된 상품권 번호', '상품권 번호 16자리를 다시 확인해 주세요.'],
  phone_number_invalid: ['잘못된 전화번호', '전화번호를 다시 확인해 주세요.'],
  country_not_served: [
    '지원하지 않는 국가 번호',
    '이 국가의 번호로는 문자를 보낼 수 없어요. 다른 휴대전화 번호를 입력해 주세요.',
  ],
  phone_takes_no_texts: [
    '문자를 받을 수 없는 번호',
    '문자를 받을 수 없는 번호예요. 다른 방법을 골라 주세요.',
  ],
  email_invalid: ['잘못된 이메일 주소', '이메일 주소를 다시 확인해 주세요.'],
  amount_out_of_range: ['허용 범위를 벗어난 금액', '최소 금액과 최대 금액 사이로 입력해 주세요.'],
  currency_unsupported: ['지원하지 않는 통화', '이 통화는 여기서 쓸 수 없어요.'],
  pin_wrong_length: ['맞지 않는 자릿수', '비밀번호의 자릿수가 맞지 않아요.'],
  pin_not_digits: ['숫자만 가능', '비밀번호는 숫자로만 정해 주세요.'],
  pin_sequence: ['너무 쉬운 비밀번호', '123456처럼 연속된 숫자는 비밀번호로 쓸 수 없어요.'],
  pin_repeated: ['너무 쉬운 비밀번호', '111111이나 121212처럼 반복되는 숫자는 비밀번호로 쓸 수 없어요.'],
  pin_contains_phone: ['너무 쉬운 비밀번호', '전화번호의 일부는 비밀번호로 쓸 수 없어요.'],
  pin_common: [
    '너무 쉬운 비밀번호',
    '많은 사람이 쓰거나 생일처럼 날짜로 된 비밀번호예요. 다른 번호로 정해 주세요.',
  ],
  period_not_kept: [
    '보관 기간이 지남',
    '오래된 내역은 더 이상 보관하지 않아요. 더 최근 기간을 선택해 주세요.',
  ],
  wrong_state: ['지금은 할 수 없음', '현재 상태에서는 할 수 없는 작업이에요.'],
  import_refused: [
    '가져오기 실패',
    '잘못된 줄이 있어 아무것도 가져오지 않았어요. errors에 표시된 줄을 고쳐 파일 전체를 다시 보내 주세요.',
  ],
  // Members
  member_not_found: ['회원을 찾을 수 없음', '해당하는 회원이 없어요.'],
  member_exists: ['이미 가입된 회원', '이 전화번호나 이메일 주소로 가입한 회원이 이미 있어요.'],
  member_left: ['탈퇴한 회원', '탈퇴한 회원의 회원번호예요. 다시 가입하면 새 회원번호를 받아요.'],
  password_too_weak: [
    '약한 비밀번호',
    '10~200자로 입력해 주세요. 흔한 비밀번호나 이메일 주소는 쓸 수 없어요.',
  ],
  login_invalid: ['잘못된 아이디', '영문 소문자, 숫자, . _ - 를 써서 3~64자로 입력해 주세요.'],
  second_factor_code_invalid: ['잘못된 코드', '인증 앱의 숫자 6자리나 복구 코드를 입력해 주세요.'],
  second_factor_last: [
    '2단계 인증 필요',
    '2단계 인증이 꼭 필요한 권한이에요. 다른 인증 수단을 먼저 등록한 뒤 삭제해 주세요.',
  ],
  reset_link_expired: [
    '쓸 수 없는 링크',
    '이미 썼거나 새 링크로 바뀌었거나 기한이 지난 링크예요. 새 링크를 요청해 주세요.',
  ],
  not_for_oneself: ['본인 계정은 불가', '내 비밀번호와 2단계 인증은 ‘내 계정’에서 바꿔 주세요.'],
  other_admin_needed: [
    '다른 관리자 필요',
    '비밀번호와 2단계 인증을 같은 관리자가 잇달아 초기화할 수 없어요. 다른 관리자에게 요청하거나 24시간 뒤에 다시 시도해 주세요.',
  ],
  address_range_invalid: [
    '잘못된 IP 주소',
    '203.0.113.7이나 203.0.113.0/24처럼 IP 주소나 범위를 한 줄에 하나씩 입력해 주세요.',
  ],
  passkey_invalid: ['패스키 등록 실패', '패스키를 등록하지 못했어요. 처음부터 다시 시도해 주세요.'],
  verification_code_wrong: ['맞지 않는 인증번호', '인증번호를 다시 확인해 주세요.'],
  verification_code_expired: ['만료된 인증번호', '인증번호가 만료됐어요. 새로 받아 주세요.'],
  contact_not_proved: ['확인되지 않은 번호', '이 번호를 먼저 확인해야 해요. 인증번호를 받아 입력해 주세요.'],
  // Payment
  payment_declined: ['결제 거절', '결제가 거절됐고 결제된 금액은 없어요. 다른 결제 수단을 이용해 주세요.'],
  payment_not_found: ['결제를 찾을 수 없음', '해당하는 결제가 없어요.'],
  payment_method_not_found: ['결제 수단을 찾을 수 없음', '해당하는 결제 수단이 없어요.'],
  payment_method_expired: [
    '만료된 결제 수단',
    '유효기간이 지난 결제 수단이에요. 다른 결제 수단을 이용해 주세요.',
  ],
  payment_unknown: [
    '결제 확인 중',
    '정산 서버의 응답을 기다리고 있어요. 계속 확인하고 있으니 다시 결제하지 마세요.',
  ],
  payment_action_required: ['추가 인증 필요', '카드사에서 추가 인증을 요청했어요.'],
  authorisation_expired: [
    '만료된 결제 승인',
    '결제 승인이 만료됐고 결제된 금액은 없어요. 처음부터 다시 시도해 주세요.',
  ],
  capture_exceeds_authorisation: ['승인 금액 초과', '승인된 금액보다 많이 매입할 수 없어요.'],
  refund_exceeds_payment: [
    '환불 가능 금액 초과',
    '결제한 뒤 아직 환불되지 않은 금액까지만 환불할 수 있어요.',
  ],
  payout_exceeds_funds: ['지급 가능 금액 초과', '보관 중인 금액보다 많이 지급할 수 없어요.'],
  payout_not_found: ['지급 내역을 찾을 수 없음', '해당하는 지급 내역이 없어요.'],
  bank_account_invalid: ['잘못된 계좌', 'IBAN 또는 은행 코드 세 자리와 계좌번호를 확인해 주세요.'],
  bank_account_not_found: ['계좌를 찾을 수 없음', '해당하는 계좌가 없어요.'],
  bank_not_found: ['은행을 찾을 수 없음', '파일로 결과를 보내는 은행 중에 이 이름이 없어요.'],
  bank_file_not_found: ['파일을 찾을 수 없음', '은행에 보낼 파일 중에 해당하는 것이 없어요.'],
  bank_file_unreadable: [
    '읽을 수 없는 파일',
    '은행에서 받은 처리 결과 파일(pain.002)이나 입출금 통지 파일(camt.054)을 그대로 올려 주세요.',
  ],
  other_person_needed: ['다른 담당자 필요', '다른 담당자가 확인해야 해요.'],
  // Orders and offers
  order_not_found: ['주문을 찾을 수 없음', '해당하는 주문이 없어요.'],
  delivery_date_out_of_range: ['범위를 벗어난 발송일', '앞으로 365일 안의 날짜를 선택해 주세요.'],
  recipient_unknown: ['받는 분을 찾을 수 없음', '이 번호를 쓰는 분을 찾지 못했어요. 번호를 확인해 주세요.'],
  read_back_limit: ['하루 조회 한도 초과', '오늘은 받는 분을 더 조회할 수 없어요. 내일 다시 시도해 주세요.'],
  strangers_limit: [
    '새로운 받는 분이 너무 많음',
    '아직 선물을 받지 않은 분이 많아요. 일부가 수락하면 더 보낼 수 있어요. 여러 분께 보내야 한다면 고객센터에 문의해 주세요.',
  ],
  recipient_changed: [
    '받는 분이 바뀌었음',
    '그사이에 받는 분이 바뀌었어요. 마지막으로 확인된 이름을 보고 다시 확인해 주세요.',
  ],
  line_number_unset: [
    '전화선 번호가 없어요',
    '안내문에는 전화할 번호가 들어가요. VOICE_NUMBER를 먼저 설정해 주세요.',
  ],
  group_not_found: ['선물을 찾을 수 없음', '함께 보내는 선물을 찾지 못했어요.'],
  share_of_group: [
    '함께 결제하는 선물',
    '다른 선물과 함께 결제하는 선물이에요. 함께 보내는 화면에서 확인하거나 제외해 주세요.',
  ],
  recipient_list_invalid: ['명단에 고칠 곳이 있음', '표시된 줄을 고치고 다시 시도해 주세요.'],
  recipient_list_too_long: ['너무 긴 명단', '한 번에 200명까지 보낼 수 있어요. 나머지는 나눠서 보내 주세요.'],
  line_not_understood: ['알아볼 수 없는 줄', '이 줄에서 전화번호나 이메일 주소를 찾지 못했어요.'],
  line_ambiguous: [
    '번호가 여러 개인 줄',
    '한 줄에 번호가 여러 개라 이름과 금액을 어느 분께 맞출지 알 수 없어요. 한 분씩 줄을 나눠 주세요.',
  ],
  payment_method_elsewhere: [
    '여기에서 쓸 수 없는 카드',
    '이 상점은 다른 결제사를 써요. 이 상점에 쓸 카드를 등록하거나 다른 카드를 골라 주세요.',
  ],
  recipient_name_missing: [
    '이름이 없음',
    '받는 분 이름을 입력해 주세요. 이 번호나 주소로는 이름을 찾을 수 없어요.',
  ],
  name_not_confirmed: ['이름 확인 필요', '선물에 적힌 이름이 본인이 맞는지 확인해 주세요.'],
  number_recycled: [
    '주인이 바뀐 번호',
    '통신사에서 이 번호의 주인이 바뀌었다고 해요. 보낸 분이나 상점에 문의해 주세요.',
  ],
  sim_changed: [
    '최근 바뀐 유심',
    '이 번호의 유심이 최근에 바뀌었어요. 소중한 돈을 지키기 위해 며칠 뒤에 할 수 있어요. 급하면 상점에 문의해 주세요.',
  ],
  number_not_checked: [
    '지금은 번호를 확인할 수 없음',
    '지금은 통신사에서 번호를 확인하지 못했어요. 잠시 후 다시 해 주세요.',
  ],
  recipient_twice: ['중복된 줄', '명단에 이미 있는 번호나 주소예요.'],
  offer_not_found: ['선물을 찾을 수 없음', '해당하는 선물이 없어요.'],
  offer_expired: ['받을 수 있는 기한이 지남', '선물을 받을 수 있는 기한이 지나 보낸 분께 환불돼요.'],
  already_accepted: ['이미 받은 선물', '이미 받은 선물이에요.'],
  already_refused: ['이미 거절한 선물', '이미 거절한 선물이라 보낸 분께 환불돼요.'],
  cancellation_not_allowed: ['취소할 수 없음', '이 선물은 이제 취소할 수 없어요.'],
  refund_period_over: ['환불 기한 지남', '환불받을 수 있는 기한이 지났어요.'],
  certificate_used: ['이미 쓴 상품권', '이미 썼거나 지금 결제에 쓰고 있는 상품권이라 환불할 수 없어요.'],
  certificate_handed_over: ['양도한 상품권', '받은 분이 다른 분께 양도한 상품권이라 환불할 수 없어요.'],
  // Certificates
  certificate_not_found: ['상품권을 찾을 수 없음', '해당하는 상품권이 없어요.'],
  certificate_exists: ['이미 등록된 상품권', '이미 등록된 상품권이에요.'],
  certificate_frozen: [
    '사용이 정지된 상품권',
    '결제에 이의가 제기됐거나 상점에서 잠가서 지금은 쓸 수 없는 상품권이에요. 선물을 보낸 분이나 상점에 문의해 주세요.',
  ],
  certificate_expired: ['유효기간이 끝난 상품권', '유효기간이 끝나 더는 쓸 수 없는 상품권이에요.'],
  expiry_mismatch: ['맞지 않는 유효기간', '유효기간의 끝이 이 상점 시간대로 센 마지막 날의 끝이 아니에요.'],
  pin_or_phone_wrong: [
    '맞지 않는 전화번호 또는 비밀번호',
    '이 전화번호와 비밀번호로 쓸 수 있는 상품권을 찾지 못했어요.',
  ],
  certificate_locked: [
    '잠긴 상품권',
    '여기에서 이 번호의 비밀번호를 여러 번 틀렸어요. 전화로 받은 인증번호로 비밀번호를 새로 정하거나 직원에게 말씀해 주세요.',
  ],
  code_required: [
    '인증번호 필요',
    '지금은 비밀번호와 함께 전화로 보내 드리는 인증번호가 필요해요. 매장에서는 비밀번호만 있으면 돼요.',
  ],
  code_limit_reached: [
    '인증번호 요청 초과',
    '이 번호로 인증번호를 너무 많이 요청했어요. 그 전화로 상품권 안내 전화에 걸거나 매장 직원에게 말씀해 주세요.',
  ],
  certificate_not_active: ['쓸 수 없는 상품권', '아직 받지 않았거나 더는 쓸 수 없는 상품권이에요.'],
  insufficient_balance: ['잔액 부족', '잔액이 부족해요.'],
  verification_expired: ['확인 시간 만료', '전화번호와 비밀번호를 다시 입력해 주세요.'],
  redemption_not_found: ['사용 내역을 찾을 수 없음', '해당하는 사용 내역이 없어요.'],
  hold_not_found: ['사용 보류를 찾을 수 없음', '해당하는 사용 보류가 없어요.'],
  hold_expired: ['만료된 사용 보류', '사용 보류가 해제됐어요. 처음부터 다시 시도해 주세요.'],
  already_reversed: ['이미 취소된 사용', '이미 취소된 사용 내역이에요.'],
  reversal_not_allowed: [
    '사용을 취소할 수 없음',
    '이 사용은 이제 취소할 수 없거나 여기서는 취소할 수 없어요.',
  ],
  sealed_code_unreadable: [
    '인증번호 열기 실패',
    '암호화된 인증번호를 열 수 없어요. 최신 공개 키를 받아 새 인증번호를 암호화해 주세요.',
  ],
  sealed_card_unreadable: [
    '카드 정보 열기 실패',
    '암호화된 카드 정보를 열 수 없어요. 최신 공개 키를 받아 다시 암호화해 주세요.',
  ],
  keyed_cards_not_taken: [
    '전화로 카드 등록 불가',
    '결제사가 전화로 누른 카드 번호를 받지 않아요. 매장 단말기나 홈페이지에서 등록해 주세요.',
  ],
  sealed_pin_unreadable: [
    '열 수 없는 봉인된 비밀번호',
    '이 상점 서버와 이 상품권에 맞게 봉인된 비밀번호가 아니에요.',
  ],
  extension_not_allowed: ['연장할 수 없음', '유효기간은 구매일부터 5년까지 연장할 수 있어요.'],
  hand_over_not_allowed: [
    '양도할 수 없는 상품권',
    '결제가 진행 중이거나 잔액이 없는 상품권은 양도할 수 없고, 내 번호로도 양도할 수 없어요.',
  ],
  hand_over_not_found: [
    '양도받을 상품권이 없음',
    '이 번호로 양도된 상품권이 없거나 받을 수 있는 시간이 지났어요.',
  ],
  // Places
  terminal_unknown: ['알 수 없는 단말기', '등록되지 않았거나 차단된 단말기예요.'],
  enrolment_code_wrong: ['맞지 않는 등록 코드', '등록 코드가 틀렸거나 이미 쓰였거나 만료됐어요.'],
  shop_exists: ['이미 있는 상점', '같은 식별자를 쓰는 상점이 이미 있어요.'],
  shop_terms_invalid: [
    '서로 맞지 않는 조건',
    '추천 금액은 최소 금액과 최대 금액 사이여야 하고, 알림은 수락 기한보다 먼저여야 하고, 시간대는 Asia/Seoul 같은 이름이어야 해요.',
  ],
  party_unknown: ['알 수 없는 상점 서버', '이 이름으로 서명하는 허용된 상점 서버가 없어요.'],
  shop_not_found: ['상점을 찾을 수 없음', '해당하는 상점이 없어요.'],
  store_not_found: ['매장을 찾을 수 없음', '해당하는 매장이 없어요.'],
  // Clerks at the tills
  clerk_not_found: ['직원을 찾을 수 없음', '해당하는 직원이 없거나 퇴사한 직원이에요.'],
  clerk_required: ['직원 로그인 필요', '먼저 직원이 계산대에 로그인해야 해요.'],
  clerk_pin_wrong: [
    '로그인 실패',
    '직원 번호나 비밀번호가 맞지 않거나 첫 비밀번호가 만료됐어요. 상점 관리에서 새로 받을 수 있어요.',
  ],
  clerk_pin_is_first: [
    '내 비밀번호를 정해 주세요',
    '첫 비밀번호로는 내 비밀번호를 정하는 것만 할 수 있어요.',
  ],
  second_person_needed: [
    '다른 직원의 확인 필요',
    '혼자 취소할 수 있는 금액을 넘었어요. 다른 직원이 명찰을 스캔하거나 비밀번호를 입력해 주세요.',
  ],
  second_person_same: ['같은 직원', '로그인한 직원이 아닌 다른 직원이 확인해 주세요.'],
  document_name_differs: [
    '이름이 다름',
    '상품권에 등록된 이름과 신분증의 이름이 달라요. 이름을 다시 확인하거나 인증번호로 확인해 주세요.',
  ],
  badge_unknown: ['알 수 없는 명찰', '등록되지 않았거나 새 명찰로 바뀐 명찰이에요.'],
  // What a business publishes
  changed_meanwhile: [
    '그사이 내용이 바뀜',
    '다른 사람이 더 새로운 버전을 게시했어요. 바뀐 내용을 확인하고 다시 수정해 주세요.',
  ],
  picture_invalid: ['사용할 수 없는 이미지', '1MB 이하의 PNG, JPEG, WebP 이미지를 선택해 주세요.'],
  picture_unknown: ['알 수 없는 이미지', '등록된 이미지가 아니에요. 먼저 이미지를 올려 주세요.'],
  colour_unreadable: ['너무 밝은 색', '흰 글자가 잘 보이지 않아요. 더 진한 색을 선택해 주세요.'],
  document_not_found: ['게시되지 않은 문서', '아직 게시되지 않았거나 없는 버전이에요.'],
  consent_required: ['동의가 필요해요', '계속하려면 현재 이용약관과 개인정보 처리방침에 동의해 주세요.'],
} as const satisfies Record<ProblemCode, readonly [title: string, detail: string]>;
