/* Inflates a gzip file to nothing with zlib: what reading one cannot beat.
 *
 * usage: inflate_zlib FILE
 */
#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

int main(int count, char **arguments) {
  enum { input_size = 256 << 10, output_size = 256 << 10 };
  unsigned char *input = malloc(input_size), *output = malloc(output_size);
  FILE *file = count > 1 ? fopen(arguments[1], "rb") : NULL;
  z_stream stream = {0};
  unsigned long long total = 0;
  /* 15 window bits are the maximum; 16 more ask for the gzip wrapper. */
  if (!file || inflateInit2(&stream, 15 + 16) != Z_OK) return 1;
  for (;;) {
    if (stream.avail_in == 0) {
      stream.next_in = input;
      stream.avail_in = (unsigned)fread(input, 1, input_size, file);
      if (stream.avail_in == 0) break;
    }
    stream.next_out = output;
    stream.avail_out = output_size;
    int status = inflate(&stream, Z_NO_FLUSH);
    total += output_size - stream.avail_out;
    if (status == Z_STREAM_END) {
      if (inflateReset(&stream) != Z_OK) return 1;
    } else if (status != Z_OK) {
      return 1;
    }
  }
  printf("%llu\n", total);
  return 0;
}
