/** A case as a person at the screen handles it: reads the one next thing, opens it, fills the dialog, sends it. Called by the journey test. */
import type { Locator, Page } from 'playwright-core';

/** Which option of a choice list, by a part of what a person reads in it. */
export async function choose(field: Locator, words: string | RegExp): Promise<void> {
  const value = await field.locator('option', { hasText: words }).first().getAttribute('value');
  if (value === null) throw new Error(`No option with “${words}”.`);
  await field.selectOption(value);
}

export class CasePage {
  constructor(readonly page: Page) {}

  /** The card with the one next thing. */
  get next(): Locator {
    return this.page.locator('section.next');
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Waits until the next thing is this one. */
  async expectNext(words: string): Promise<void> {
    await this.next.locator('.next-what', { hasText: words }).waitFor();
  }

  /** Opens the next thing by its button, once it is this one. */
  async openNext(words: string): Promise<void> {
    await this.expectNext(words);
    await this.next.locator('.next-do').click();
    await this.dialog.waitFor();
  }

  /** Presses the dialog's primary button. */
  async send(): Promise<void> {
    await this.dialog.locator('button[type=submit]').click();
  }

  /** Sends the dialog and waits until it is gone: what was sent is recorded. */
  async record(): Promise<void> {
    await this.send();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** Sends the dialog and waits until it says that these words are in the way. */
  async expectRefusal(...words: readonly string[]): Promise<void> {
    await this.send();
    const alert = this.dialog.getByRole('alert');
    for (const said of words) await alert.filter({ hasText: said }).waitFor();
  }

  /** Takes the next thing: opens it, fills it, records it. */
  async take(words: string, fill: (dialog: Locator) => Promise<unknown> = async () => undefined): Promise<void> {
    await this.openNext(words);
    await fill(this.dialog);
    await this.record();
  }

  /** Records one of the answers that Tencent may give next. */
  async hear(answer: string, fill: (dialog: Locator) => Promise<unknown> = async () => undefined): Promise<void> {
    await this.next.getByRole('button', { name: answer, exact: true }).click();
    await fill(this.dialog);
    await this.record();
  }

  /** Accepts every paper that still waits, one after the other. */
  async acceptPapers(): Promise<number> {
    const waiting = this.page.getByRole('button', { name: /^Accept: / });
    await waiting.first().waitFor();
    let accepted = 0;
    for (let left = await waiting.count(); left > 0; left = await waiting.count()) {
      await waiting.first().click();
      await this.record();
      accepted += 1;
      while ((await waiting.count()) >= left) await this.page.waitForTimeout(20);
    }
    return accepted;
  }
}
