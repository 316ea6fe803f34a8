/** The texts of the page on which somebody brings a paper, downloaded when it is opened. */
import { fileRefusals as fileRefusalsEn } from './en/file-refusals.js';
import { task as taskEn } from './en/portal-task.js';
import { fileRefusals as fileRefusalsZh } from './zh/file-refusals.js';
import { task as taskZh } from './zh/portal-task.js';

export const portalTaskCatalogues = {
  en: { task: taskEn, fileRefusals: fileRefusalsEn },
  zh: { task: taskZh, fileRefusals: fileRefusalsZh },
} as const;
