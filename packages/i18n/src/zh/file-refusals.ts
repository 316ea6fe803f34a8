/** Chinese texts of why a file was not taken, and what to do then. */
import type { fileRefusals as english } from '../en/file-refusals.js';
import type { TranslationOf } from '../translation.js';

export const fileRefusals: TranslationOf<typeof english> = {
  'file.empty': '文件是空的。',
  'fix.file.empty': '请打开文件确认有内容。如果您在微信里，请用手机浏览器打开本页面，再选择文件。',
  'file.too_big': '文件太大，无法接收。',
  'fix.file.too_big': '请压缩后重新上传，或拆分为多个文件。',
  'file.wrong_type': '这不是图片或 PDF。',
  'fix.file.wrong_type': '请拍摄材料的照片，或另存为 PDF。',
  'file.name_lies': '文件名的类型与实际内容不符。',
  'fix.file.name_lies': '请打开文件，另存为 JPG、PNG 或 PDF 后上传。',
  'file.damaged': '文件无法打开：已损坏或不完整。',
  'fix.file.damaged': '请确认您自己能打开，再重新上传，或重新拍摄。',
  'file.too_many_pixels': '图片像素过大，无法接收。',
  'fix.file.too_many_pixels': '请缩小图片，或重新拍摄。',
  'file.too_small': '图片像素太少，看不清内容。',
  'fix.file.too_small': '请发送相机拍摄的原图，不要用缩略图。',
  'file.encrypted_pdf': 'PDF 设有密码。',
  'fix.file.encrypted_pdf': '请去掉密码后上传，例如重新打印为 PDF。',
  'file.active_pdf': 'PDF 中带有程序、表单或其他文件。',
  'fix.file.active_pdf': '请重新打印为 PDF 后上传。',
  'file.too_many_pages': 'PDF 页数过多，无法接收。',
  'fix.file.too_many_pages': '请只上传所要求的页面，或拆分后上传。',
  'file.infected': '文件中发现病毒，没有保存。',
  'fix.file.infected': '请直接拍摄材料的照片，并检查您的设备。',
  'file.hash_mismatch': '文件在传输中发生了变化。',
  'fix.file.hash_mismatch': '请重新上传。',
  'file.incomplete': '上传没有完成。',
  'fix.file.incomplete': '请重新上传；网络较慢时，请停留在本页直到上传完成。',
  'file.heic': '这是 HEIC 图片，微信不接受。',
  'fix.file.heic': '在 iPhone 上依次选择“设置”“相机”“格式”“兼容性最佳”，然后重新拍摄。',
};
