/* Inflates a gzip file of one member to nothing with ISA-L: what reading one cannot beat.
 *
 * usage: inflate_isal FILE
 */
#include <isa-l.h>
#include <stdio.h>
#include <stdlib.h>

int main(int count, char **arguments) {
  enum { input_size = 256 << 10, output_size = 256 << 10 };
  unsigned char *input = malloc(input_size), *output = malloc(output_size);
  struct inflate_state *state = malloc(sizeof *state);
  FILE *file = count > 1 ? fopen(arguments[1], "rb") : NULL;
  unsigned long long total = 0;
  if (!file) return 1;
  isal_inflate_init(state);
  state->crc_flag = ISAL_GZIP;
  while (state->block_state != ISAL_BLOCK_FINISH) {
    if (state->avail_in == 0) {
      state->next_in = input;
      state->avail_in = (unsigned)fread(input, 1, input_size, file);
      if (state->avail_in == 0) return 1;
    }
    state->next_out = output;
    state->avail_out = output_size;
    if (isal_inflate(state) != ISAL_DECOMP_OK) return 1;
    total += output_size - state->avail_out;
  }
  printf("%llu\n", total);
  return 0;
}
