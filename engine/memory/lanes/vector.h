#pragma once
// Several numbers worked on at once, with the vectors that GCC and clang know, and the exponential and the logarithm for them.
// Width and element are a template's choice: the same formulas are compiled for each set of instructions (run.h).
//
// All functions are inlined into the one that names the instructions; none is called across that edge, for there the
// registers that carry a vector may differ. Accuracy: within 4 units in the last place in the ranges given.

#include <cstdint>

#define MEMORY_INLINE [[gnu::always_inline]] inline

namespace memory::lanes {

template <class Scalar, int kCount>
struct VectorOf {
  using type [[gnu::vector_size(sizeof(Scalar) * kCount)]] = Scalar;
};

/// `kCount` numbers of type Scalar: float or double.
template <class Scalar, int kCount>
using Vector = typename VectorOf<Scalar, kCount>::type;

/// What belongs to a vector type: its element, how many, and integers of the same width.
template <class V>
struct Traits {
  using Scalar = std::remove_cvref_t<decltype(V{}[0])>;
  static constexpr int kCount = sizeof(V) / sizeof(Scalar);
  static constexpr bool kSingle = sizeof(Scalar) == 4;
  using Bit = std::conditional_t<kSingle, std::uint32_t, std::uint64_t>;
  using Bits = Vector<Bit, kCount>;
};

template <class V>
MEMORY_INLINE V all(double value) {
  return V{} + static_cast<typename Traits<V>::Scalar>(value);
}

template <class V>
MEMORY_INLINE V least(const V& a, const V& b) {
  return a < b ? a : b;
}

template <class V>
MEMORY_INLINE V most(const V& a, const V& b) {
  return a > b ? a : b;
}

template <class V>
MEMORY_INLINE V into(const V& x, double low, double high) {
  return least(most(x, all<V>(low)), all<V>(high));
}

/// `value` where x lies between the bounds, else 0. As two choices: GCC 12 takes `a & b` of two comparisons apart with
/// AVX-512, a number at a time.
template <class V>
MEMORY_INLINE V where_between(const V& x, double low, double high, const V& value) {
  const V below = x < all<V>(high) ? value : V{};
  return x > all<V>(low) ? below : V{};
}

template <class V>
MEMORY_INLINE typename Traits<V>::Scalar sum(const V& x) {
  typename Traits<V>::Scalar total = 0;
  for (int i = 0; i < Traits<V>::kCount; ++i) total += x[i];
  return total;
}

/// A power of two as 2^n, and e^f - 1 for the rest, |f| ≤ ln 2 / 2: e^x = 2^n (1 + rest).
template <class V>
struct Power {
  V scale, rest;
};

/// Of x between -87 and 88 (float) or -700 and 700 (double); what lies beyond is brought there.
template <class V>
MEMORY_INLINE Power<V> power(const V& wanted) {
  using T = Traits<V>;
  using Bits = typename T::Bits;
  constexpr double kPerLog2 = 1.4426950408889634074;
  if constexpr (T::kSingle) {
    constexpr float kRounder = 12582912.0F;  // 1.5 · 2^23: adding it leaves the nearest integer in the last bits
    const V x = into(wanted, -87, 88);
    const V shifted = x * static_cast<float>(kPerLog2) + kRounder;
    const V n = shifted - kRounder;
    const V f = (x - n * 0.693359375F) - n * -2.12194440e-4F;
    // Cephes expf.
    V p = f * 1.9875691500e-4F + 1.3981999507e-3F;
    p = p * f + 8.3334519073e-3F;
    p = p * f + 4.1665795894e-2F;
    p = p * f + 1.6666665459e-1F;
    p = p * f + 5.0000001201e-1F;
    const Bits exponent = (__builtin_bit_cast(Bits, shifted) + (127U - 0x4B400000U)) << 23U;
    return {__builtin_bit_cast(V, exponent), p * (f * f) + f};
  } else {
    constexpr double kRounder = 6755399441055744.0;  // 1.5 · 2^52
    const V x = into(wanted, -700, 700);
    const V shifted = x * kPerLog2 + kRounder;
    const V n = shifted - kRounder;
    const V f = (x - n * 6.93147180369123816490e-01) - n * 1.90821492927058770002e-10;
    // Taylor's series to the 13th power: below 1e-17 for |f| ≤ 0.347.
    V p = f * (1.0 / 6227020800) + (1.0 / 479001600);
    p = p * f + (1.0 / 39916800);
    p = p * f + (1.0 / 3628800);
    p = p * f + (1.0 / 362880);
    p = p * f + (1.0 / 40320);
    p = p * f + (1.0 / 5040);
    p = p * f + (1.0 / 720);
    p = p * f + (1.0 / 120);
    p = p * f + (1.0 / 24);
    p = p * f + (1.0 / 6);
    p = p * f + 0.5;
    const Bits exponent = (__builtin_bit_cast(Bits, shifted) + (1023ULL - 0x4338000000000000ULL)) << 52U;
    return {__builtin_bit_cast(V, exponent), p * (f * f) + f};
  }
}

template <class V>
MEMORY_INLINE V exp(const V& x) {
  const Power<V> parts = power(x);
  return parts.scale + parts.scale * parts.rest;
}

/// e^x - 1, without loss where x is small.
template <class V>
MEMORY_INLINE V expm1(const V& x) {
  const Power<V> parts = power(x);
  return parts.scale * parts.rest + (parts.scale - 1);
}

/// Of positive, finite, normal numbers.
template <class V>
MEMORY_INLINE V log(const V& x) {
  using T = Traits<V>;
  using Bits = typename T::Bits;
  if constexpr (T::kSingle) {
    // m in [√½, √2): the exponent is taken off as an integer, and back through the bits of 2^23 + exponent.
    const Bits bits = __builtin_bit_cast(Bits, x) - 0x3F3504F3U;
    const Bits exponent = (bits + 0x80000000U) >> 23U;  // exponent + 256, so that it is not negative
    const V e = __builtin_bit_cast(V, exponent | 0x4B000000U) - (8388608.0F + 256.0F);
    const V f = __builtin_bit_cast(V, (bits & 0x007FFFFFU) + 0x3F3504F3U) - 1.0F;
    // Cephes logf.
    V p = f * 7.0376836292e-2F - 1.1514610310e-1F;
    p = p * f + 1.1676998740e-1F;
    p = p * f - 1.2420140846e-1F;
    p = p * f + 1.4249322787e-1F;
    p = p * f - 1.6668057665e-1F;
    p = p * f + 2.0000714765e-1F;
    p = p * f - 2.4999993993e-1F;
    p = p * f + 3.3333331174e-1F;
    const V square = f * f;
    const V small = p * (square * f) + e * -2.12194440e-4F - square * 0.5F;
    return (f + small) + e * 0.693359375F;
  } else {
    constexpr std::uint64_t kHalfRoot = 0x3FE6A09E667F3BCDULL;  // √½
    const Bits bits = __builtin_bit_cast(Bits, x) - kHalfRoot;
    const Bits exponent = (bits + 0x8000000000000000ULL) >> 52U;  // exponent + 2048
    const V e = __builtin_bit_cast(V, exponent | 0x4330000000000000ULL) - (4503599627370496.0 + 2048.0);
    const V f = __builtin_bit_cast(V, (bits & 0x000FFFFFFFFFFFFFULL) + kHalfRoot) - 1.0;
    // The method and the coefficients of fdlibm: log(1+f) = f - f²/2 + s (f²/2 + R(s²)), s = f / (2 + f).
    const V s = f / (f + 2.0);
    const V z = s * s;
    V r = z * 1.479819860511658591e-01 + 1.531383769920937332e-01;
    r = r * z + 1.818357216161805012e-01;
    r = r * z + 2.222219843214978396e-01;
    r = r * z + 2.857142874366239149e-01;
    r = r * z + 3.999999999940941908e-01;
    r = r * z + 6.666666666666735130e-01;
    r = r * z;
    const V half = f * f * 0.5;
    return e * 6.93147180369123816490e-01 - ((half - (s * (half + r) + e * 1.90821492927058770002e-10)) - f);
  }
}

/// log(1 + x) of x ≥ 0, without loss where x is small; `inverse` is 1 / (1 + x).
template <class V>
MEMORY_INLINE V log1p(const V& x, const V& inverse) {
  const V sum = x + 1;
  return log(sum) + (x - (sum - 1)) * inverse;
}

}  // namespace memory::lanes
