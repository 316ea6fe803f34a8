/** Knows every operation that the application serves. Refuses to start when a route has no contract, or two have the same id. */
import { PORTAL_PERMISSIONS, STAFF_PERMISSIONS } from '@daiban/contracts';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { OPERATION, type AnyOperation } from './operation.decorator.js';

const PERMISSIONS = new Set<string>([...STAFF_PERMISSIONS, ...Object.keys(PORTAL_PERMISSIONS), 'public']);

@Injectable()
export class OperationRegistry implements OnApplicationBootstrap {
  #operations: readonly AnyOperation[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** Every operation, by path and method. */
  get operations(): readonly AnyOperation[] {
    return this.#operations;
  }

  /** Methods that answer at an address; empty for an address nobody knows. */
  methodsAt(path: string): string[] {
    return this.#operations.filter((operation) => pattern(operation).test(path)).map((operation) => operation.method);
  }

  /** @throws Error naming the route that lacks a contract or permission, or the id that stands twice */
  onApplicationBootstrap(): void {
    const found = new Map<string, AnyOperation>();
    for (const { instance } of this.discovery.getControllers()) {
      const controller = instance as object;
      const prototype = Object.getPrototypeOf(controller) as object;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const method = prototype[name as keyof typeof prototype] as unknown as object;
        if (Reflect.getMetadata(PATH_METADATA, method) === undefined) continue;
        const operation = Reflect.getMetadata(OPERATION, method) as AnyOperation | undefined;
        const where = `${controller.constructor.name}.${name}`;
        if (!operation)
          throw new Error(`${where} is a route without @Operation: it has no contract and no permission.`);
        if (!PERMISSIONS.has(operation.permission))
          throw new Error(`${where} names the permission ${operation.permission}, which nobody holds.`);
        if (found.has(operation.id))
          throw new Error(`${where} serves ${operation.id}, which another method serves already.`);
        found.set(operation.id, operation);
      }
    }
    this.#operations = [...found.values()].sort(
      (a, b) => a.fullPath.localeCompare(b.fullPath) || a.method.localeCompare(b.method),
    );
  }
}

function pattern(operation: AnyOperation): RegExp {
  return new RegExp(`^${operation.fullPath.replace(/\{\w+\}/g, '[^/]+')}/?$`);
}
