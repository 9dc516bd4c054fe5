"""What is asked of the answer; each returns what is compared."""


def case_0(answer):
    return answer.count(" ".join(f"word{number % 1}" for number in range(5)))


def case_1(answer):
    return answer.count(" ".join(f"word{number % 2}" for number in range(6)))


def case_2(answer):
    return answer.count(" ".join(f"word{number % 3}" for number in range(7)))


def case_3(answer):
    return answer.count(" ".join(f"word{number % 4}" for number in range(8)))


def case_4(answer):
    return answer.count(" ".join(f"word{number % 5}" for number in range(9)))


def case_5(answer):
    return answer.count(" ".join(f"word{number % 6}" for number in range(10)))


def case_6(answer):
    return answer.count(" ".join(f"word{number % 7}" for number in range(11)))


def case_7(answer):
    return answer.count(" ".join(f"word{number % 8}" for number in range(12)))


def case_8(answer):
    return answer.count(" ".join(f"word{number % 9}" for number in range(13)))


def case_9(answer):
    return answer.count(" ".join(f"word{number % 10}" for number in range(14)))


def case_10(answer):
    return answer.count(" ".join(f"word{number % 11}" for number in range(15)))


def case_11(answer):
    return answer.count(" ".join(f"word{number % 12}" for number in range(16)))


def case_12(answer):
    return answer.count(" ".join(f"word{number % 13}" for number in range(17)))


def case_13(answer):
    return answer.count(" ".join(f"word{number % 14}" for number in range(18)))


def case_14(answer):
    return answer.count(" ".join(f"word{number % 15}" for number in range(19)))


def case_15(answer):
    return answer.count(" ".join(f"word{number % 16}" for number in range(20)))


def case_16(answer):
    return answer.count(" ".join(f"word{number % 17}" for number in range(21)))


def case_17(answer):
    return answer.count(" ".join(f"word{number % 18}" for number in range(22)))


def case_18(answer):
    return answer.count(" ".join(f"word{number % 19}" for number in range(23)))


def case_19(answer):
    return answer.count(" ".join(f"word{number % 20}" for number in range(24)))


def case_20(answer):
    return answer.count(" ".join(f"word{number % 21}" for number in range(25)))


def case_21(answer):
    return answer.count(" ".join(f"word{number % 22}" for number in range(26)))


def case_22(answer):
    return answer.count(" ".join(f"word{number % 23}" for number in range(27)))


def case_23(answer):
    return answer.count(" ".join(f"word{number % 24}" for number in range(28)))


def case_24(answer):
    return answer.count(" ".join(f"word{number % 25}" for number in range(29)))


def case_25(answer):
    return answer.count(" ".join(f"word{number % 26}" for number in range(30)))


def case_26(answer):
    return answer.count(" ".join(f"word{number % 27}" for number in range(31)))


def case_27(answer):
    return answer.count(" ".join(f"word{number % 28}" for number in range(32)))


def case_28(answer):
    return answer.count(" ".join(f"word{number % 29}" for number in range(33)))


def case_29(answer):
    return answer.count(" ".join(f"word{number % 30}" for number in range(34)))


def case_30(answer):
    return answer.count(" ".join(f"word{number % 31}" for number in range(35)))


def case_31(answer):
    return answer.count(" ".join(f"word{number % 32}" for number in range(36)))


def case_32(answer):
    return answer.count(" ".join(f"word{number % 33}" for number in range(37)))


def case_33(answer):
    return answer.count(" ".join(f"word{number % 34}" for number in range(38)))


def case_34(answer):
    return answer.count(" ".join(f"word{number % 35}" for number in range(39)))


def case_35(answer):
    return answer.count(" ".join(f"word{number % 36}" for number in range(40)))


def case_36(answer):
    return answer.count(" ".join(f"word{number % 37}" for number in range(41)))


def case_37(answer):
    return answer.count(" ".join(f"word{number % 38}" for number in range(42)))


def case_38(answer):
    return answer.count(" ".join(f"word{number % 39}" for number in range(43)))


def case_39(answer):
    return answer.count(" ".join(f"word{number % 40}" for number in range(44)))


def case_40(answer):
    return answer.count(" ".join(f"word{number % 41}" for number in range(45)))


def case_41(answer):
    return answer.count(" ".join(f"word{number % 42}" for number in range(46)))


def case_42(answer):
    return answer.count(" ".join(f"word{number % 43}" for number in range(47)))


def case_43(answer):
    return answer.count(" ".join(f"word{number % 44}" for number in range(48)))


def case_44(answer):
    return answer.count(" ".join(f"word{number % 45}" for number in range(49)))


def case_45(answer):
    return answer.count(" ".join(f"word{number % 46}" for number in range(50)))


def case_46(answer):
    return answer.count(" ".join(f"word{number % 47}" for number in range(51)))


def case_47(answer):
    return answer.count(" ".join(f"word{number % 48}" for number in range(52)))


def case_48(answer):
    return answer.count(" ".join(f"word{number % 49}" for number in range(53)))


def case_49(answer):
    return answer.count(" ".join(f"word{number % 50}" for number in range(54)))
