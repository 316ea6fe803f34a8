/** `@Operation(contract)` on a controller's method: the route, its status, its permission, and the check that the method answers what the contract says. */
import {
  applyDecorators,
  Delete,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
  createParamDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import type { Locale } from '@daiban/domain/enumerations';
import type { Operation as OperationOf, OperationDefinition, OperationResult } from '@daiban/contracts';
import { pickLocale } from '@daiban/i18n';
import type { Actor, StaffCaller } from '../auth/actor.js';
import type { Refused } from '../refusal/refused.js';
import type { OtherStatus } from './answer.js';
import { HttpProblem } from './http-problem.js';
import type { FastifyRequest } from './request-state.js';

/** Any operation of the contract. */
export type AnyOperation = OperationOf<OperationDefinition>;

/** Where Nest keeps the contract of a method. */
export const OPERATION = Symbol('operation');

const ROUTES = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete };

type Result<Definition extends OperationDefinition> =
  OperationResult<Definition> | Refused | OtherStatus<OperationResult<Definition>>;
// `never` lets a method take any of the injected parameters.
type Answers<Definition extends OperationDefinition> = (
  ...parameters: never[]
) => Promise<Result<Definition>> | Result<Definition>;

/** The method's parameters are injected by `@Input()`, `@CurrentActor()`, `@CurrentCaller()` or `@CurrentVisitor()`. */
export function Operation<Definition extends OperationDefinition>(operation: OperationOf<Definition>) {
  const route = ROUTES[operation.method](operation.fullPath.replace(/\{(\w+)\}/g, ':$1'));
  const decorate = applyDecorators(route, HttpCode(operation.output.status ?? 200), SetMetadata(OPERATION, operation));
  return <Method extends Answers<Definition>>(
    target: object,
    name: string | symbol,
    method: TypedPropertyDescriptor<Method>,
  ): void => decorate(target, name, method);
}

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest<FastifyRequest>();

/** `{ params, query, body }` of the contract, parsed: type it `OperationInput<typeof operation>`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).daiban.input);

/** The staff actor (`StaffActor`); operations for staff only. Its language is the one this answer is asked for in. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => callerOf(context).actor);

/** The staff actor with agency and member (`StaffCaller`). */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext) => callerOf(context));

/** The portal's visitor (`PortalVisitor`); operations with a permission `portal.…` only. */
export const CurrentVisitor = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = requestOf(context);
  return inAskedLanguage(known(request.daiban.visitor), request);
});

/** Request and reply themselves: only for what speaks HTTP, such as cookies. */
export const Exchange = createParamDecorator((_: unknown, context: ExecutionContext) => ({
  request: requestOf(context),
  reply: context.switchToHttp().getResponse<unknown>(),
}));

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new HttpProblem('session.required');
  return value;
}

function callerOf(context: ExecutionContext): StaffCaller {
  const request = requestOf(context);
  return inAskedLanguage(known(request.daiban.staff), request);
}

/** Their actor speaks the language that this answer is asked for in, else their own. */
function inAskedLanguage<Who extends { readonly actor: Actor; readonly locale: Locale }>(
  who: Who,
  request: FastifyRequest,
): Who {
  const locale = pickLocale(request.headers['accept-language'], who.locale);
  return { ...who, actor: { ...who.actor, locale } };
}
