using NodaTime;

namespace Entente.Quantities;

/// <summary>Today, as the border of the program knows it. Inside, dates are parameters.</summary>
public interface IToday
{
    LocalDate Today { get; }
}
