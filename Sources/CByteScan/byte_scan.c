// The scanners are header inlines; a C target needs a source file of its own.
#include "byte_scan.h"
