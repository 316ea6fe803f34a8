/** Chinese texts of why a paper came back. */
import type { reasons as english } from '../en/reasons.js';
import type { TranslationOf } from '../translation.js';

export const reasons: TranslationOf<typeof english> = {
  unreadable: '图片模糊、不完整或过暗，请在光线充足处拍摄整页。',
  expired: '材料已过期，请提供现行有效的。',
  expires_too_soon: '材料将在审核结束前到期，请提供新的。',
  seal_missing: '缺少公章，请加盖后重新提交。',
  seal_differs: '公章文字与登记名称不一致（包括括号），请使用正确的公章。',
  signature_missing: '缺少签名，请签字后重新提交。',
  name_differs: '名称与登记名称不完全一致，请更正。',
  wrong_document: '提交的不是所要求的材料。',
  page_missing: '缺页，请提供全部页面。',
  translation_missing: '缺少中文译文。',
  notarisation_missing: '缺少公证。',
  format_not_accepted: '微信不接受该文件格式，请提供 JPG 或 PNG 图片。',
  edited: '图片经过编辑，请提供未修改的原图。',
  other: '请见我们的备注。',
};
