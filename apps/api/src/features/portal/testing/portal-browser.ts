/** A visitor's browser for tests over HTTP: it keeps the portal's cookie and says where its requests come from. */
import {
  callOperation,
  PortalHomeSchema,
  type Operation,
  type OperationAnswer,
  type OperationCall,
  type OperationDefinition,
  type PortalHome,
} from '@daiban/contracts';
import type { TestApi } from '../../../testing/test-api.js';

export class PortalBrowser {
  #cookie = '';

  constructor(private readonly api: Pick<TestApi, 'origin'>) {}

  /** One whose visit is open. @param url as the link was made, the token in its fragment */
  static async enter(api: Pick<TestApi, 'origin'>, url: string): Promise<PortalBrowser> {
    const browser = new PortalBrowser(api);
    const answer = await browser.redeem(url.split('#')[1] ?? '');
    if (answer.status !== 204) throw new Error(`The link answers ${answer.status}.`);
    return browser;
  }

  get cookie(): string {
    return this.#cookie;
  }

  async request(method: string, path: string, body?: object): Promise<Response> {
    const answer = await fetch(this.api.origin + path, {
      method,
      headers: {
        Origin: this.api.origin,
        ...(this.#cookie && { Cookie: this.#cookie }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const [cookie] = answer.headers.getSetCookie();
    if (cookie) this.#cookie = cookie.split(';')[0] ?? '';
    return answer;
  }

  /** An operation of the portal. @throws ProblemError when it is refused */
  call<Definition extends OperationDefinition>(
    operation: Operation<Definition>,
    input: OperationCall<Definition>,
  ): Promise<OperationAnswer<Definition>> {
    const headers = { Origin: this.api.origin, Cookie: this.#cookie };
    return callOperation(operation, input, { baseUrl: this.api.origin, headers });
  }

  redeem(token: string): Promise<Response> {
    return this.request('POST', '/api/v1/portal/session', { token });
  }

  async home(): Promise<PortalHome> {
    const answer = await this.request('GET', '/api/v1/portal/home');
    if (answer.status !== 200) throw new Error(`The page answers ${answer.status}.`);
    return PortalHomeSchema.parse(await answer.json());
  }
}
