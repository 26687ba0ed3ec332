import { text, url } from '../../kit/config.ts';
import { COMMON_SETTINGS } from '../../kit/server.ts';

export const SETTINGS = {
  ...COMMON_SETTINGS,
  sealingKeysFile: text(
    'SEALING_KEYS_FILE',
    'JSON list of private keys (JWK with kid, newest first) that open sealed PINs',
  ),
  webShopKeyFile: text(
    'WEB_SHOP_KEY_FILE',
    'file with the key by which the web shop of this brand calls the checkout',
  ),
  brandKo: text('BRAND_KO', "the brand's name in Korean"),
  brandEn: text('BRAND_EN', "the brand's name in English"),
  smppUrl: url('SMPP_URL', 'the text message provider', ['smpp:', 'ssmpp:']),
  smppSystemId: text('SMPP_SYSTEM_ID', 'our name there'),
  smppPassword: text('SMPP_PASSWORD', 'our password there'),
  smppSourceAddr: text('SMPP_SOURCE_ADDR', 'the number that text messages come from'),
};
