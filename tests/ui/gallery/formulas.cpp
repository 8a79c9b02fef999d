// Formulas in running text and on lines of their own.
#include "ui/gallery/parts.h"
#include "ui/rich.h"
#include "ui/widgets/basic.h"

namespace gallery {

using namespace ui;

namespace {

constexpr std::string_view kLines =
    R"(A swing of mass $m$ on a rope of length $\ell$ has the rhythm $\omega_0 = \sqrt{g/\ell}$, whatever the mass. Driven at the rhythm
$\omega$, its response is $A(\omega) = \frac{F_0/m}{\sqrt{(\omega_0^2-\omega^2)^2 + 4\gamma^2\omega^2}}$, and where $\omega \approx \omega_0$ small efforts add up. Let
$x_1, x_2, \ldots, x_n$ be the answers; their mean is $\bar{x} = \tfrac{1}{n}\sum_{i=1}^{n} x_i$ and $\hat{\beta}$ the estimate, with $p < 0{,}05$ or $p<0.05$. Then
$e^{-\lambda t}$ halves in $t_{1/2} = \ln 2 / \lambda$, for all $\lambda \in \mathbb{R}$, $\lambda > 0$. Chances: $P(A \mid B) \neq P(B \mid A)$, $\binom{n}{k}$ ways, $f''(x) \geq 0$.

$$f(t+1) = f(t) + \bigl(p + q\, f(t)\bigr)\bigl(1 - f(t)\bigr)\,\Delta t$$

$$R = \exp\left(-\frac{t}{S}\right) \qquad \int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2} \qquad \lim_{n\to\infty} \left(1+\frac{1}{n}\right)^n = e$$

$$x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a} \qquad Y = \left(\alpha K^{\rho} + (1-\alpha) L^{\rho}\right)^{1/\rho} \qquad \sqrt[3]{\frac{x^2+1}{y_{i,j}}}$$

$$\sum_{i=1}^{n} i = \frac{n(n+1)}{2} \qquad \prod_{k=1}^{K} \left(1 - \pi_k\right) \qquad T = a + b \log_2\left(\frac{D}{W} + 1\right) \qquad \max_{x \in X} u(x)$$
)";

constexpr std::string_view kMore =
    R"($$|x| = \begin{cases} x & \text{if } x \geq 0 \\ -x & \text{otherwise} \end{cases} \qquad \begin{pmatrix} a & b \\ c & d \end{pmatrix}\begin{pmatrix} x \\ y \end{pmatrix}$$

$$\begin{aligned} (a+b)^2 &= a^2 + 2ab + b^2 \\ \frac{\partial f}{\partial x} &= \nabla f \cdot \vec{e}_x \\ \overline{A \cup B} &= \overline{A} \cap \overline{B} \end{aligned}$$

$$\vec{F} = m\,\ddot{\vec{x}} \qquad \dot{x} = \alpha x - \beta xy \qquad \tilde{x},\ \hat{y},\ \widehat{xyz},\ \check{a},\ \underline{ab} \qquad A \Rightarrow B \iff \neg A \lor B$$

$$\left[ \frac{1}{1 + \frac{1}{1 + \frac{1}{x}}} \right] \qquad \left\{ \sum_{i} x_i \,\middle|\, x_i \in \mathbb{N} \right\} \qquad \left| \frac{a}{b} \right| \le \left\lfloor \frac{c}{d} \right\rfloor \qquad x^{y^{z}}_{i_{j}} + \Gamma^{\alpha\beta}_{\gamma}$$

$$\sqrt{x}\ \sqrt{y}\ \sqrt{x^2}\ \sqrt{\frac{a}{b}}\ \sqrt{\sqrt{\sqrt{2}}}\ \sqrt{\left(\frac{\sum_i x_i}{\prod_j y_j}\right)^2} \qquad \alpha\beta\gamma\delta\epsilon\zeta\eta\theta\iota\kappa\lambda\mu\nu\xi\pi\rho\sigma\tau\upsilon\phi\chi\psi\omega$$

$$\Gamma\Delta\Theta\Lambda\Xi\Pi\Sigma\Phi\Psi\Omega \quad a \times b \cdot c \div d \pm e \quad x \le y \ge z \ne w \approx v \sim u \propto t \equiv s \quad \mathbf{v} \cdot \mathrm{d}x \quad \mathcal{L}(\theta) \quad f : A \to B$$

A wrong one stays as written: $\fracc{1}{2}$. In **bold $x^2$** and a [link $\sqrt{2}$](concept:a).

| Law | Formula | Unit |
| --- | :-: | --- |
| Hick | $T = b \log_2 (n+1)$ | s |
| Bass | $\frac{f(t)}{1-F(t)} = p + qF(t)$ | $\mathrm{year}^{-1}$ |
)";

}  // namespace

void draw_formulas(Frame& f) {
  f.within({48, 32, f.size().x - 96, 0}, [&] {
    heading(f, "Formulas");
    f.space(Space::l);
    f.row({share(), share()}, {Space::huge, Fit::top},
          [&](int i) { rich(f, i == 0 ? "lines" : "more", i == 0 ? kLines : kMore); });
  });
}

}  // namespace gallery
