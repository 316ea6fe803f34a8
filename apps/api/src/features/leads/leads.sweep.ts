/** Each minute: forgets the leads whose time is over. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MinuteTicker, type Sweep } from '../../platform/jobs/minute-ticker.js';
import { LeadsService } from './leads.service.js';

@Injectable()
export class LeadsSweep implements Sweep, OnModuleInit {
  readonly name = 'leads';

  constructor(
    private readonly ticker: MinuteTicker,
    private readonly leads: LeadsService,
  ) {}

  onModuleInit(): void {
    this.ticker.register(this);
  }

  async run(): Promise<void> {
    await this.leads.forgetOldUnscoped();
  }
}
