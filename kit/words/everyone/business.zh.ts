import { reading } from '../../format/texts.ts';
import { businessEn } from './business.en.ts';

/** 页面、邮件和收据底部的经营者信息。 */
export const businessZh = reading(businessEn, {
  'business.details': '经营者信息',
  'business.name': '公司名称',
  'business.representative': '法定代表人',
  'business.registration_number': '营业登记号',
  'business.mail_order_number': '通信销售申报号',
  'business.address': '地址',
  'business.support': '客服',
  'business.support_line': '咨询电话：{{telephone}}',
  'business.email': '邮箱',
  'business.privacy_officer': '个人信息保护负责人',
  'business.documents': '条款与帮助',
  'business.terms': '服务条款',
  'business.privacy': '隐私政策',
  'business.marketing': '优惠资讯',
  'business.faq': '帮助',
  'business.version': '第{{version}}版，{{at, date}}起生效',
  'business.version_ahead': '第{{version}}版，将于{{at, date}}生效',
  'business.not_published': '尚未发布',
  'business.not_published_detail': '该页面尚未发布，如有疑问请联系客服。',
});
