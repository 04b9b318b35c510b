import { AppError } from '@weidangxiao/shared/errors.ts';

/** So that the lesson can be saved in one request, and read on a phone. */
const mostCharacters = 150_000;
const mostBlocks = 2000;
const mostPictures = 100;

/** Ends the reading as soon as there is more than a lesson can hold. @throws AppError FILE_TOO_COMPLEX */
export class Length {
  private characters = 0;
  private pictures = 0;

  addText(text: string): void {
    this.characters += text.length;
    if (this.characters > mostCharacters) throw tooLong(`超过${mostCharacters / 10_000}万字`);
  }

  addPicture(): void {
    this.pictures += 1;
    if (this.pictures > mostPictures) throw tooLong(`超过${mostPictures}张图片`);
  }

  /** At the end, because the paragraphs within a table's cells are no blocks. */
  requireBlocks(count: number): void {
    if (count > mostBlocks) throw tooLong(`超过${mostBlocks}段`);
  }
}

function tooLong(reason: string): AppError {
  return new AppError('FILE_TOO_COMPLEX', { field: 'file', detail: { reason } });
}
